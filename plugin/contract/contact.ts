import type { Fault } from './faults.js'

/** An address as `<input type="email">` accepts it (HTML §4.10.5.1.5), within what SMTP carries (RFC 5321 §4.5.3.1). */
const email =
  /^(?=.{3,254}$)[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i

/** Whether a contact (RFC 7591 §2) is an e-mail address; white space around it does not count. */
export function checkContact(contact: string): Fault[] {
  return email.test(contact.trim()) ? [] : [{ code: 'contact_malformed' }]
}
