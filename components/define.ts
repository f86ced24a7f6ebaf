/** Registers every element of the kit. */
import './oauth-app-list/oauth-app-list.js'
