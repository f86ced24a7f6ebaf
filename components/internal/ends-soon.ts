/** Days within which a secret that ends should be replaced: what the list finds, and what the page of an app warns of. */
export const endsSoonDays = 14
