import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../shared/kit/Button.tsx'
import { Bar } from '../shared/kit/Bar.tsx'
import { CheckBox, RadioList, Segmented, SelectField, TextField } from '../shared/kit/fields.tsx'
import { DateField } from '../shared/kit/DateField.tsx'
import { Dialog } from '../shared/kit/layers.tsx'
import { WaitingItem } from '../shared/kit/offline.tsx'
import { StateEmpty, StateLoading, StateRefusal, StateError } from '../shared/kit/states.tsx'
import { Tag } from '../shared/kit/Tag.tsx'
import { UndoBar, useUndo } from '../shared/kit/undo.tsx'
import { YearLine } from '../shared/kit/YearLine.tsx'
import { Problem } from '../shared/call.ts'
import { useToday } from '../shared/clock.ts'
import { yearOf } from '../shared/formats.ts'
import { iconPaths } from '../shared/kit/icon-paths.ts'
import type { IconName } from '../shared/kit/Icon.tsx'
import { Icon } from '../shared/kit/Icon.tsx'
import type { ChosenPhoto } from '../files/hooks-photo.ts'
import { PhotoField } from '../files/PhotoField.shared.tsx'
import { palette } from './palette.ts'
import './kit-page.css'

// A page for those who build screens: the patterns of the design language, side by side. Its words are samples.
const failure = new Problem(500, { code: 'internal', errorNumber: '0417-2213' })
const shown = [
  'paper',
  'surface',
  'sunken',
  'selected',
  'lineControl',
  'ink3',
  'ink2',
  'ink',
  'seal',
  'pine',
  'ochre',
  'indigo',
] as const

export function KitPage() {
  const today = useToday()
  return (
    <main className="kit-page">
      <div className="kit-head">
        <h1 className="ph1">纸、墨、印</h1>
        <span className="t2">纸是底，墨是字，印只盖在下一步要做的事上</span>
      </div>
      <div className="kit-colours">
        {shown.map((name) => (
          <div key={name} className="c t2">
            <i style={{ background: palette[name] }} />
            {name}
            <br />
            {palette[name]}
          </div>
        ))}
      </div>
      <div className="kit-year panel">
        <YearLine year={yearOf(today)} today={today} notes={{ pledge: '31 人已公诺，3 人自愿不承诺' }} />
      </div>
      <div className="kit-grid">
        <div>
          <Buttons />
          <Words />
          <Filling />
          <Photos />
        </div>
        <div>
          <States />
        </div>
        <div>
          <Reasons />
        </div>
      </div>
      <Panel title="图标">
        <div className="kit-icons">
          {(Object.keys(iconPaths) as IconName[]).map((name) => (
            <span key={name} className="c t2">
              <Icon name={name} />
              {name}
            </span>
          ))}
        </div>
      </Panel>
    </main>
  )
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="panel">
      <h2 className="c t3">{title}</h2>
      {children}
    </section>
  )
}

function Buttons() {
  const showUndo = useUndo()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Panel title="按钮">
        <div className="acts">
          <Button act onClick={() => showUndo({ text: '许霜降的清渠已通过，记 1.0 分', undo: () => {} })}>
            通过，记 1.0 分
          </Button>
          <Button onClick={() => setOpen(true)}>退回并说明</Button>
          <Button ink>选中</Button>
          <Button plain>稍后</Button>
        </div>
        <div className="acts kit-gap">
          <Button why="还有 6 条没审，审完就能关账">10 月关账</Button>
        </div>
      </Panel>
      <Dialog open={open} onClose={() => setOpen(false)} title="退回并说明" acts={<Button act>退回</Button>}>
        <p className="t2">本人会看到你写的理由。</p>
      </Dialog>
    </>
  )
}

function Words() {
  return (
    <Panel title="状态词">
      <div className="acts">
        <Tag>已公示</Tag>
        <Tag tone="pine" icon="check">
          已办结
        </Tag>
        <Tag tone="ochre" icon="clock">
          待审，第 5 天
        </Tag>
        <Tag tone="seal" icon="warning">
          已逾期 2 天
        </Tag>
        <Tag tone="indigo">有依据</Tag>
        <Tag tone="line">更正</Tag>
      </div>
    </Panel>
  )
}

function Filling() {
  const [day, setDay] = useState('2026-12-31')
  const [many, setMany] = useState('10 户')
  const [reason, setReason] = useState('')
  const [way, setWay] = useState<'phone' | 'paper'>('paper')
  const [kind, setKind] = useState<'rural' | 'retired' | ''>('')
  const [sure, setSure] = useState(true)
  return (
    <Panel title="填写">
      <div className="form-pair">
        <DateField label="完成时间" value={day} onValue={setDay} />
        <TextField label="做多少" value={many} onValue={setMany} />
        <TextField
          label="退回理由"
          placeholder="一句事实"
          value={reason}
          onValue={setReason}
          error={reason === '' && '写一句理由，本人会看到'}
        />
        <TextField label="支部" value="石门村党支部" onValue={() => {}} readOnly help="转接办结后才能改" />
        <SelectField
          label="类别"
          optional
          none="不分类别"
          value={kind}
          onValue={setKind}
          choices={[
            { value: 'rural', label: '农村' },
            { value: 'retired', label: '离退休' },
          ]}
        />
        <RadioList
          label="登记途径"
          value={way}
          onValue={setWay}
          choices={[
            { value: 'phone', label: '手机' },
            { value: 'paper', label: '纸质' },
          ]}
        />
        <CheckBox checked={sure} onChecked={setSure}>
          只看在册的
        </CheckBox>
        <Segmented
          label="途径"
          value={way}
          onValue={setWay}
          choices={[
            { value: 'phone', label: '手机' },
            { value: 'paper', label: '纸质' },
          ]}
        />
      </div>
    </Panel>
  )
}

function Photos() {
  const [wide, setWide] = useState<ChosenPhoto | null>(null)
  const [narrow, setNarrow] = useState<ChosenPhoto | null>(null)
  return (
    <>
      <Panel title="照片，电脑上">
        <PhotoField label="照片" photo={wide} onPhoto={setWide} />
      </Panel>
      <Panel title="照片，手机上">
        <PhotoField label="拍一张" photo={narrow} onPhoto={setNarrow} phone />
      </Panel>
    </>
  )
}

function States() {
  return (
    <>
      <Panel title="空">
        <StateEmpty fact="10 月还没有人报事" fill="纸质登记也算。可以扫一张登记表，或替不用手机的党员录入。">
          <Button small>扫登记表</Button>
          <Button small>代录一条</Button>
        </StateEmpty>
      </Panel>
      <Panel title="在取，一秒内取到就不显示">
        <StateLoading what="云溪镇 619 人" onStop={() => {}} />
      </Panel>
      <Panel title="出错">
        <StateError error={failure} title="没有存上，你写的还在" retry={() => {}}>
          <Button small>下载草稿</Button>
        </StateError>
      </Panel>
      <Panel title="没有权限">
        <StateError error={new Problem(403, { code: 'forbidden' })} />
      </Panel>
    </>
  )
}

function Reasons() {
  return (
    <>
      <Panel title="不能做，要说清三件事：为什么、依据、怎么办">
        <StateRefusal
          title="10 月还不能关账"
          causes={[
            { text: '6 条申请没有审', act: '去审', href: '/kit' },
            { text: '林芒种的异议没有指定办理人', act: '去指定', href: '/kit' },
          ]}
          rule="依据《农村党员积分办法》2026 版第 21 条，规则包 2026.09"
        />
      </Panel>
      <Panel title="没网时的待送">
        <ul>
          <WaitingItem state="waiting" what="清渠两小时，一张照片" />
          <WaitingItem state="sending" what="邻里调解" />
          <WaitingItem state="received" what="护学岗两小时" />
          <WaitingItem state="look" what="陪老人体检">
            <button type="button" className="link">
              时间和会议冲突，看一眼
            </button>
          </WaitingItem>
        </ul>
      </Panel>
      <Panel title="数字一定带分母，没有就说没有">
        <div className="kit-bars">
          <span>云溪镇</span>
          <Bar done={12} all={17} label="云溪镇" />
          <span>县属国企</span>
          <Bar done={0} all={0} missing />
          <span>青坪乡</span>
          <Bar done={0} all={0} words="没有异议" />
        </div>
      </Panel>
      <Panel title="做完马上能撤回">
        <UndoBar text="许霜降的清渠已通过，记 1.0 分" undo={() => {}} />
      </Panel>
    </>
  )
}
