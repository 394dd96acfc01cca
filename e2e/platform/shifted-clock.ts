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
