import { ServerResponse } from 'node:http'

// NOTE: clock, loaded before the product under test, so that it lives at the moment of STEWARD_E2E_NOW: a month and the
// term of its notice pass between two starts. The product itself has no such switch.
const MachineDate = Date
const ahead = MachineDate.parse(process.env['STEWARD_E2E_NOW'] ?? '') - MachineDate.now()
if (Number.isNaN(ahead)) throw new Error('STEWARD_E2E_NOW is no moment')
const now = () => MachineDate.now() + ahead

globalThis.Date = new Proxy(MachineDate, {
  construct(target, args: unknown[], made) {
    return Reflect.construct(target, args.length === 0 ? [now()] : args, made) as Date // What the constructor gives.
  },
  get(target, name, receiver) {
    return name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)
  },
})

// The pages take the time from the answers of the server, whose own header node writes by the clock of the machine.
const { writeHead } = ServerResponse.prototype
ServerResponse.prototype.writeHead = function writeShifted(this: ServerResponse, ...given: unknown[]) {
  this.setHeader('date', new MachineDate(now()).toUTCString())
  return Reflect.apply(writeHead, this, given) as ServerResponse // What writeHead gives.
} as typeof writeHead // One of its forms, whichever was called.
