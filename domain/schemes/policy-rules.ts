import { appMeasures, ban, type PolicyRule, relief } from './policy-rule.ts'
import { personRules } from './policy-rules-person.ts'

/** What no scheme may pay for in an app, nor ask through one. */
export const formalismRules: readonly PolicyRule[] = [
  {
    id: 'log-in',
    rule: 'R-236',
    article: ban('（二）', '2'),
    instead: {
      zh: '记做成的事；会议到场由名单记',
      en: 'Count deeds; presence at a meeting comes from the roster',
    },
    words: [/登[录陆]|签到|打卡|接龙|活跃度|上线率|在线率|日活|(?:回复|响应)[^,。;]{0,6}(?:群|消息)/u],
    excused: [
      /(?:会议|会场|现场|到会|参会|党日|培训|活动)[^,。;]{0,6}签到|签到(?:册|簿|表)/gu,
      /(?:教|帮助|帮|协助|指导)[^,。;]{0,14}登[录陆]/gu,
    ],
    weight: 'refused',
  },
  {
    id: 'likes',
    rule: 'R-236',
    article: ban('（四）', '4'),
    instead: {
      zh: '把事讲给群众听、办成，可以记；点赞、转发不记',
      en: 'Telling people and getting it done may count; likes and forwards do not',
    },
    words: [
      /点赞|集赞|转发|转载|分享到|评论数|拉票|(?:网络|网上|微信)投票|关注[^,。;]{0,6}(?:公众号|视频号|抖音)|阅读量|浏览量|播放量|粉丝|在看|网络评论|网评|(?:发布|制作)[^,。;]{0,6}(?:抖音|快手|视频号|短视频)/u,
    ],
    excused: [/(?:上级|县委|镇党委|市委|省委|部门)转发/gu],
    weight: 'refused',
  },
  {
    id: 'screen-time',
    rule: 'R-236',
    article: ban('（四）', '4'),
    instead: {
      zh: '学习按学成的事记，比如讲一次、用上一次；形式由党员选',
      en: 'Count what came of learning, such as a talk given; the form is the member’s choice',
    },
    words: [
      /(?:在线|阅读|浏览|观看|学习|使用|停留|收听)(?:时长|时间|分钟)|(?:阅读|学习|观看|浏览|在线|收听|停留)[^,。;]{0,6}\d+(?:秒|分钟|小时)|(?:阅读|学习)(?:篇数|完成率)|(?:手机|网上|线上|在线|每日|每天)[^,。;]{0,4}答题|学习强国|学习平台(?:积分|得分)|刷(?:题|课|视频)/u,
    ],
    excused: [
      /(?:集中|线下)学习时间|(?:集中|培训|冬训|线下)[^,。;]{0,8}学习[^,。;]{0,6}\d+小时|学习时间[^,。;]{0,8}(?:自定|自选|自行|商定)/gu,
    ],
    weight: 'refused',
  },
  {
    id: 'compulsory-photo',
    rule: 'R-237',
    article: ban('（四）', '4'),
    instead: {
      zh: '写“可以附照片，不拍也行；证明人、名单、纸质材料一样算”',
      en: 'Say: a photo may be added; a witness, roster or paper counts the same',
    },
    words: [
      /(?:必须|一律|均应|均须|务必|应当|需要?|须|要求|强制|都要)[^,。;]{0,10}(?:照片|拍照|图片|视频|录像|截图|合影)/u,
      /(?:无|没有|未|不)(?:上传|提供|附|拍)?[^,。;]{0,4}(?:照片|图片|视频|截图)[^,。;]{0,3},?[^,。;]{0,6}(?:不予?(?:记|计|认|审)|扣)/u,
      /(?:照片|视频|截图|图片)[^,。;]{0,4}(?:缺一不可|不得少于|不少于)/u,
      /上传[^,。;]{0,8}(?:照片|图片|视频|截图|录像)|拍照(?:上传|打卡|留痕|存档)/u,
    ],
    excused: [
      /(?:不|无)(?:需要?|须|必|要求|强制|用)(?:上传|提供|附)?[^,。;]{0,4}(?:照片|拍照|图片|视频|截图)|照片不是必需|(?:可以|可|愿意)[^,。;]{0,4}(?:上传|附|拍)[^,。;]{0,6}(?:照片|图片|视频|截图)?/gu,
    ],
    weight: 'refused',
  },
  {
    id: 'ranking-pushed',
    rule: 'R-279',
    article: ban('（二）', '2'),
    instead: {
      zh: '在支部内公示，按姓氏排列，不排名次',
      en: 'Publish inside the branch, by name, without places',
    },
    words: [
      /(?:排名|排行|名次|位次)榜?[^。;]{0,10}(?:推送|弹窗|群发|每天|每日|滚动|大屏|通报|曝光|约谈|检讨)|(?:推送|群发|通报|曝光)[^。;]{0,8}(?:排名|排行|名次)|末位|倒数|后(?:\d+|[一二三五十])名|黑榜|黄牌/u,
    ],
    excused: [/不(?:排|列|设|搞|公布|推送)[^,。;]{0,4}(?:名次|排名|排行|末位)/gu],
    weight: 'refused',
  },
  {
    id: 'app-use',
    rule: 'R-236',
    article: ban('（三）', '3'),
    instead: {
      zh: '手机、纸质、代报一样算，用不用由党员自己定',
      en: 'Phone, paper and helper count the same; using the app is the member’s choice',
    },
    words: [
      /(?:下载|安装|注册|激活|绑定|使用|开通)[^,。;]{0,8}(?:APP|应用|小程序|客户端|平台|小管家|公众号|软件)|推广[^,。;]{0,8}(?:APP|小程序|客户端|小管家|公众号)|(?:安装|注册|激活|使用|下载)率/iu,
    ],
    excused: [/(?:教|帮助|帮|指导|辅导|协助)[^。;]{0,10}(?:老人|群众|村民|居民|农户|家长|同事)[^。;]*/gu],
    weight: 'refused',
  },
  {
    id: 'membership',
    rule: 'R-192',
    article: {
      zh: '党籍、转正、处分由会议依党章和党内法规决定；《个人信息保护法》第二十四条',
      en: 'Membership, conversion and sanctions are decided by meetings under the constitution; Personal Information Protection Law, Art. 24',
    },
    instead: {
      zh: '写“积分只作参考，由支部大会讨论决定”',
      en: 'Say: points only inform; the assembly decides',
    },
    words: [
      /(?:积分|得分|分数|总分|\d+分|排名)[^。;]{0,20}(?:转正|预备期|取消[^,。;]{0,6}资格|除名|劝退|党籍|开除|处分|不合格)/u,
      /(?:转正|预备期|除名|劝退|党籍|处分|不合格)[^。;]{0,14}(?:积分|得分|分数|总分|\d+分)/u,
    ],
    excused: [/[^。;]*(?:不作为|不与|不得以|不以|仅供参考|只作参考|只供参考)[^。;]*/gu],
    weight: 'refused',
  },
  {
    id: 'filled-twice',
    rule: 'S-195',
    article: { zh: `${appMeasures.zh('（一）')}；${relief.zh}`, en: `${appMeasures.en('1')}; ${relief.en}` },
    instead: {
      zh: '同一件事只填一次，要表由系统生成',
      en: 'Fill a fact in once; the system makes the forms',
    },
    words: [
      /(?:重复|再次|另行|逐级|同时|分别)[^,。;]{0,6}(?:填报|填写|报送|上报|录入|填表)|(?:每日|每天|每周|逐日)[^,。;]{0,6}(?:填报|填写|报送|上报|报表)|一式.{1,2}份|补写台账|重抄/u,
    ],
    excused: [
      /(?:不|无需|不再|不用|不得|避免|防止|减少|杜绝)[^,。;]{0,6}(?:重复|再次|另行|逐级|同时|分别|每周|每日)[^,。;]{0,6}(?:填报|填写|报送|上报|录入|填表)/gu,
    ],
    weight: 'refused',
  },
  {
    id: 'business',
    rule: 'S-161',
    article: ban('（五）', '5'),
    instead: {
      zh: '去掉买卖内容；帮群众销售可以作为服务来记',
      en: 'Leave trade out; helping people to sell may count as service',
    },
    words: [
      /(?:购买|消费|订购|团购|推广|推销|办理)[^,。;]{0,10}(?:产品|商品|保险|套餐|信用卡|会员卡)|开户|返现|消费满/u,
    ],
    excused: [/(?:帮助|帮扶|帮|助|替)[^,。;]{0,6}(?:农户|村民|合作社|果农|牧户|群众|困难户)[^。;]*/gu],
    weight: 'refused',
  },
]

export const policyRules: readonly PolicyRule[] = [...personRules, ...formalismRules]

/** Found in the shape of a scheme instead of its words. */
export const attendanceRule: Omit<PolicyRule, 'words' | 'excused'> = {
  id: 'attendance-share',
  rule: 'R-236',
  article: {
    zh: '积分制不得变成考勤制；《关于防治“指尖上的形式主义”的若干意见》（2023年12月18日）',
    en: 'Points must not become attendance; Opinions against formalism at the fingertip (18 December 2023)',
  },
  instead: {
    zh: '给到会类设封顶，把分放到办成的事上',
    en: 'Cap items of attendance and put the points on deeds',
  },
  weight: 'refused',
}
