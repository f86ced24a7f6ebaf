import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isAllowedAddress } from '../../../plugin/notifications/webhooks/public-address.js'

const nowhereElse = { loopback: false, private: false }

const publicAddresses = ['93.184.216.34', '8.8.8.8', '2606:4700::1111', '2a00:1450:4001::1', '[2606:4700::1111]']
const loopback = ['127.0.0.1', '127.8.9.10', '::1', '[::1]', '::ffff:127.0.0.1', '::ffff:7f00:1']
const privateAddresses = [
  ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '100.127.255.254'],
  ...['fc00::1', 'fd12:3456::1', '::ffff:10.0.0.1', '::ffff:a00:1', '::ffff:192.168.0.1'],
]
const never = [
  ...['169.254.169.254', '169.254.0.1', '::ffff:169.254.169.254', 'fe80::1', 'fe80::1%eth0', '[fe80::1]'],
  ...['0.0.0.0', '0.1.2.3', '::', '255.255.255.255', '224.0.0.1', '239.1.2.3', 'ff02::1', '240.0.0.1'],
  ...['192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '192.0.0.1', '192.88.99.1', '2001:db8::1'],
  // IPv4 in IPv6 that some gateway may take out again.
  ...['64:ff9b::a00:1', '64:ff9b:1::a00:1', '2002:a00:1::', '2001:0:a00:1::', '::10.0.0.1', '::7f00:1', 'fec0::1'],
  ...[
    'fd00:ec2::254%1',
    'fd00:ec2::254',
    'fd00:0ec2:0::254',
    'fd20:ce::254',
    '100.100.100.200',
    '::ffff:100.100.100.200',
    '168.63.129.16',
    'localhost',
    'example.com',
    '',
    '1.2.3',
    '0x7f.1',
  ],
]

describe('An address that events are sent to', () => {
  it('is a public one', () => {
    for (const address of publicAddresses) assert.ok(isAllowedAddress(address, nowhereElse), address)
    for (const address of [...loopback, ...privateAddresses, ...never]) {
      assert.ok(!isAllowedAddress(address, nowhereElse), address)
    }
  })

  it('is one of this machine or of a private network where that is allowed, and nothing beyond it', () => {
    for (const address of loopback) {
      assert.ok(isAllowedAddress(address, { loopback: true, private: false }), address)
      assert.ok(!isAllowedAddress(address, { loopback: false, private: true }), address)
    }
    for (const address of privateAddresses) {
      assert.ok(isAllowedAddress(address, { loopback: false, private: true }), address)
      assert.ok(!isAllowedAddress(address, { loopback: true, private: false }), address)
    }
    for (const address of never) assert.ok(!isAllowedAddress(address, { loopback: true, private: true }), address)
  })
})
