import { ban, boundary, type PolicyRule } from './policy-rule.ts'

/** What no scheme may score about a person. */
export const personRules: readonly PolicyRule[] = [
  {
    id: 'belief',
    rule: 'R-248',
    article: boundary,
    instead: {
      zh: '只写做成的事；党员违反纪律的，按党内程序办，不用积分管',
      en: 'Name deeds only; breaches of discipline go the way of discipline, not of points',
    },
    words: [
      /宗教|信教|信佛|教徒|礼拜|祷告|烧香|拜佛|求神|算命|风水|做法事|念经|寺庙|教堂|佛堂|(?:有|无|没有|的)信仰/u,
    ],
    excused: [
      /(?:理想|共产主义|马克思主义|党的|坚定)信仰/gu,
      /(?:宣传|宣讲|学习)[^,。;]{0,4}宗教(?:政策|事务|法规)|宗教(?:政策|事务|法规)(?:宣传|宣讲|服务)/gu,
      /(?:寺庙|教堂|佛堂)(?:周边|门前|附近)?(?:的)?(?:消防|防火|安全|防汛|疏导)/gu,
    ],
    weight: 'refused',
  },
  {
    id: 'private-speech',
    rule: 'R-248',
    article: boundary,
    instead: {
      zh: '会上提出并被采纳的建议可以记分，私下怎么说不记也不扣',
      en: 'A proposal made in a meeting and taken up may count; what is said in private never does',
    },
    words: [
      /朋友圈|(?:微信群|QQ群|群里|群内).{0,8}(?:发言|言论|说|发布|讨论|议论|表态)|私下|(?:不当|消极|负面|错误|不良)言论|发牢骚|说怪话|跟帖|发帖|个人(?:账号|微博|抖音)/iu,
    ],
    excused: [/(?:不|不得)(?:看|查|管|涉及|评价).{0,6}(?:朋友圈|私下)/gu],
    weight: 'refused',
  },
  {
    id: 'complaint',
    rule: 'R-248',
    article: boundary,
    instead: {
      zh: '可以记帮群众办成的事；提意见、投诉、信访是权利，不记也不扣',
      en: 'Helping people with their matters may count; complaining is a right and is neither paid nor punished',
    },
    words: [/上访|信访|越级|投诉|举报|检举|控告|告状|申诉|提出?异议|12345/u],
    excused: [
      /(?:接待|代办|化解|办理|协助处理|协调|回复|答复|办结|解决|调处).{0,8}(?:来访|上访|信访|投诉|12345)/gu,
      /(?:服务)?投诉.{0,2}(?:经|被).{0,10}(?:认定|查实|核实)(?:属实)?/gu,
      /(?:经|由).{0,10}(?:认定|查实|核实|决定).{0,6}投诉/gu,
      /(?:可以|有权|可).{0,4}(?:申诉|提出?异议)/gu,
    ],
    weight: 'refused',
  },
  {
    id: 'health',
    rule: 'R-248',
    article: boundary,
    instead: {
      zh: '因病请假不影响积分；可以记看望、陪护别人的事',
      en: 'Sick leave does not touch points; caring for others may count',
    },
    words: [
      /生病|患病|患有|重病|病假|因病|住院|体检|残疾|怀孕|孕期|生育|体重|血压|抑郁|心理疾病|传染病|疾病|健康状况|身体(?:状况|原因)/u,
    ],
    excused: [
      /(?:看望|陪|护送|接送|照顾|照料|慰问|帮助|帮扶|关心|探望|组织).{0,12}(?:生病|患病|病人|住院|体检|残疾|怀孕)/gu,
      /因病[^。;]{0,12}(?:不扣|不影响|不计入|不减|免)/gu,
      /(?:疾病|健康)(?:预防|防治)?(?:知识)?(?:宣传|讲座|义诊)/gu,
    ],
    weight: 'refused',
  },
  {
    id: 'family',
    rule: 'R-248',
    article: boundary,
    instead: {
      zh: '只记党员本人做的事，家里人的事不记也不扣',
      en: 'Count only what the member did; the family is left out',
    },
    words: [/家属|配偶|子女|亲属|家人|家庭成员|父母|丈夫|妻子|爱人|儿媳|女婿/u],
    excused: [
      /(?:帮助|帮|关爱|照顾|照料|辅导|走访|慰问|看望|教|陪|接送|联系|(?<!因)为)[^,。;]{0,12}(?:家属|子女|父母|家人|亲属)/gu,
      /(?:不|不得)(?:涉及|牵连|要求)[^,。;]{0,8}(?:家属|子女|亲属|家人|家庭成员)/gu,
    ],
    weight: 'refused',
  },
  {
    id: 'off-hours',
    rule: 'R-248',
    article: boundary,
    instead: { zh: '补一句：由本人自愿报名', en: 'Add: by the member’s own offer' },
    words: [
      /下班(?:以)?后|业余时间|周末|周六|周日|双休日|节假日|休息日|休息时间|(?:八|8)小时(?:以|之)?外|夜间|夜里|夜晚|凌晨|晚上|晚间/u,
    ],
    excused: [/[^。;]*(?:自愿|志愿|本人报名|主动报名|自行选择|调休|商定)[^。;]*/gu],
    weight: 'unfinished',
  },
  {
    id: 'tracks',
    rule: 'R-248',
    article: ban('（四）', '4'),
    instead: {
      zh: '用名单、证明人或纸质材料证明，位置由本人愿意才写',
      en: 'Let a roster, a witness or paper prove it; a place only if the member wishes',
    },
    words: [/定位|轨迹|GPS|北斗|步数|人脸|刷脸|指纹|实时位置|打卡地点|行程记录|摄像头|监控画面/iu],
    excused: [
      /(?:找准|功能|产品|市场|角色|职责|精准)定位|定位(?:为|是|于)/gu,
      /(?:维修|安装|检修|清洗|检查).{0,6}摄像头/gu,
    ],
    weight: 'refused',
  },
  {
    id: 'thought',
    rule: 'S-174',
    article: boundary,
    instead: {
      zh: '思想情况由本人写、由人谈，不打分',
      en: 'Thoughts are written by the member and talked about; they get no number',
    },
    words: [
      /(?:思想|情绪|心态|态度)(?:动态|状态|状况|表现|认识)?[^,。;]{0,8}(?:评分|打分|计分|记分|扣分|加分|赋分|量化)|(?:思想|情绪|心理)(?:测评|评估|预警|画像)/u,
    ],
    excused: [/(?:不|不得)[^,。;]{0,8}(?:打分|评分|量化)/gu],
    weight: 'refused',
  },
]
