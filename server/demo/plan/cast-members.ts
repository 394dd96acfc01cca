import type { PlannedMember } from './plan-types.ts'

type CastMember = Pick<
  PlannedMember,
  'name' | 'sex' | 'education' | 'category' | 'accountName' | 'post' | 'floating'
> & {
  /** Day of birth and of admission; conversion follows a year later. */
  readonly bornOn: string
  readonly admittedOn: string
}

const person = (
  name: string,
  sex: 'male' | 'female',
  bornOn: string,
  admittedOn: string,
  rest: Partial<CastMember> = {},
): CastMember => ({
  name,
  sex,
  bornOn,
  admittedOn,
  education: 'highSchool',
  category: 'farmer',
  accountName: null,
  post: '',
  floating: false,
  ...rest,
})

/** The named people of the mockups, by branch; each branch is filled up by drawn ones. */
export const CAST_MEMBERS: Readonly<Record<string, readonly CastMember[]>> = {
  shimen: [
    person('周谷雨', 'male', '1979-04-20', '2005-07-01', {
      accountName: 'zhouguyu',
      education: 'juniorCollege',
      post: '党支部书记、村委会主任',
    }),
    person('何白露', 'female', '1986-09-08', '2014-06-18', {
      accountName: 'hebailu',
      education: 'bachelor',
      post: '村会计',
    }),
    person('秦立冬', 'male', '1944-11-07', '1967-06-30', {
      accountName: 'qinlidong',
      education: 'primarySchool',
      category: 'retiredMember',
      post: '',
    }),
    person('许霜降', 'male', '1981-10-23', '2015-06-20'),
    person('孟秋分', 'male', '1968-09-23', '1994-07-01', { post: '护林员' }),
    person('陈小满', 'female', '1984-05-21', '2007-06-25', { post: '妇女委员', education: 'juniorCollege' }),
    person('方雨水', 'male', '1958-02-19', '1984-07-01'),
    person('顾夏至', 'female', '1983-06-21', '2008-06-03', { post: '宣传委员' }),
    person('梁立春', 'male', '1977-02-04', '2002-06-28', { post: '组织委员' }),
    person('林芒种', 'female', '1985-06-06', '2011-06-30', { post: '纪检委员' }),
    person('苏惊蛰', 'male', '1990-03-06', '2017-06-16', { floating: true, post: '在外务工' }),
    person('龙龑', 'male', '1988-12-02', '2013-06-14', { post: '果业技术员' }),
  ],
  hekou: [
    person('沈立秋', 'male', '1980-08-08', '2010-06-22', {
      accountName: 'shenliqiu',
      education: 'juniorCollege',
      post: '党支部书记',
    }),
    person('韩立秋', 'female', '1992-08-07', '2019-06-28', {
      accountName: 'hanliqiu',
      education: 'bachelor',
    }),
    person('贺处暑', 'male', '1989-08-23', '2016-06-30'),
  ],
  taopingFirst: [person('宋大暑', 'male', '1985-07-23', '2013-06-21', { post: '党支部书记' })],
}
