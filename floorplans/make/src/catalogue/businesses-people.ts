/**
 * What the departments for people do: `Chinese name | English name | actions | marks`. Marks: `s` a machine of the 24-hour area does
 * it too, `c` a community station does, `w=` the windows where only some of the department's take it, `n=` where a
 * new one goes on, by the keys of `steps.ts`.
 */
export const PEOPLE: Readonly<Record<string, string>> = {
  police: `
居民身份证|Identity card|C3|w=1-6
临时居民身份证|Temporary identity card|A|w=1-6
居住证|Residence permit|C3|s c w=1-6
户口簿|Household register booklet|C2|w=1-6
出生登记|Registration of a birth|A|w=1-6 n=medical
死亡注销户口|Removal from the register after a death|A|w=1-6 n=benefits
夫妻投靠入户|Joining a spouse's household|A|w=1-6
父母投靠子女入户|Joining children's household|A|w=1-6
人才引进入户|Household registration of recruited talents|A|w=1-6
积分入户|Household registration by points|B2|w=1-6
户口迁出|Moving the household out of the city|A|w=1-6
姓名变更更正|Change or correction of a name|A|w=1-6
民族变更|Change of ethnic group|A|w=1-6
户籍证明|Proof of household registration|Q2|s w=1-6
无犯罪记录证明|Certificate of no criminal record|Q2|s c w=1-6
普通护照|Ordinary passport|C3|w=7-12
往来港澳通行证|Hong Kong and Macao travel permit|C3|w=7-12
往来港澳签注（个人旅游）|Hong Kong and Macao endorsement, individual visit|A|s w=7-12
往来港澳签注（团队旅游）|Hong Kong and Macao endorsement, group tour|A|s w=7-12
往来港澳签注（探亲）|Hong Kong and Macao endorsement, family visit|A|w=7-12
往来港澳签注（商务）|Hong Kong and Macao endorsement, business|A|w=7-12
往来台湾通行证|Taiwan travel permit|C3|w=7-12
往来台湾签注|Taiwan endorsement|A|s w=7-12
出入境记录|Entry and exit record|Q2|s w=7-12
外国人签证|Visa of a foreigner|L3|w=7-12
外国人居留证件|Residence permit of a foreigner|C3|w=7-12
台湾居民居住手续|Stay of a resident of Taiwan|A|w=7-12
机动车驾驶证|Driving licence|C3|s c w=13-18
机动车驾驶证审验|Review of a driving licence|A|w=13-18
机动车驾驶证转入|Transfer of a driving licence from elsewhere|A|w=13-18
机动车注册登记|First registration of a motor vehicle|A|w=13-18
机动车转移登记|Transfer of a motor vehicle|A|w=13-18
机动车变更登记|Change of a motor vehicle's registration|A|w=13-18
机动车抵押登记|Mortgage of a motor vehicle|L3|w=13-18
机动车行驶证|Vehicle licence|C2|s w=13-18
机动车检验合格标志|Vehicle inspection mark|C2|s w=13-18
道路交通违法|Traffic offences|Q2|s w=13-18
道路交通违法罚款缴纳|Payment of traffic fines|A|s w=13-18
临时行驶车号牌|Temporary number plate|A|s w=13-18
剧毒化学品购买许可|Purchase of highly toxic chemicals|L3|w=1-6
民用爆炸物品运输许可|Transport of civil explosives|L3|w=1-6
烟花爆竹道路运输许可|Road transport of fireworks|L3|w=1-6
旅馆业特种行业许可|Hotel security licence|L3|w=1-6 n=hygiene
公章刻制业特种行业许可|Seal engraving security licence|L3|w=1-6
典当业特种行业许可|Pawnshop security licence|L3|w=1-6
保安服务公司设立许可|Security company licence|L3|w=1-6
保安员证|Security guard certificate|C3|w=1-6
举办预计参加人数一千人以上的演唱会、展览会、灯会和体育比赛等大型群众性活动的安全许可|Safety permit for concerts, fairs, lantern shows and matches of 1,000 people or more|L3|w=1-6
互联网上网服务营业场所信息网络安全审核|Network security review of an internet café|L3|w=1-6
第二类易制毒化学品运输许可|Transport of class 2 precursor chemicals|L3|w=1-6
`,
  'social-insurance': `
企业职工养老保险参保登记|Enrolment in employees' pension insurance|B2|
城乡居民养老保险参保登记|Enrolment in residents' pension insurance|B2|c
职工医疗保险参保登记|Enrolment in employees' medical insurance|B2|
城乡居民医疗保险参保登记|Enrolment in residents' medical insurance|B2|c
失业保险参保登记|Enrolment in unemployment insurance|A|
工伤保险参保登记|Enrolment in work injury insurance|A|
生育保险参保登记|Enrolment in maternity insurance|A|
灵活就业人员参保登记|Enrolment of the self-employed|B2|
养老保险待遇|Pension|B2|
失业保险金|Unemployment benefit|B2|
生育津贴|Maternity allowance|B2|
工伤职工住院、康复和到统筹地区以外就医的医疗费、伙食补助费与交通食宿费|Hospital, rehabilitation, meal and travel costs after a work injury|B2|
工伤伤残待遇|Disability benefit after a work injury|B2|
因工死亡职工的丧葬补助金、一次性工亡补助金和供养亲属抚恤金|Funeral grant, lump sum and survivors' pension after a death at work|B2|
遗属待遇|Survivors' benefit|B2|
丧葬补助金|Funeral grant|A|
异地安置退休、异地长期居住、常驻异地工作和转诊转院人员异地就医备案|Treatment elsewhere of the retired, resident, posted or referred|A|s c
恶性肿瘤、尿毒症透析、器官移植抗排异治疗等门诊特定病种待遇|Outpatient benefit for cancer, dialysis, transplants and other listed diseases|B2|
未能在医院即时结算的门诊、住院和异地急诊医疗费用零星报销|Refund of medical costs that the hospital did not settle|A|c
企业职工、机关事业单位与城乡居民养老保险之间的关系转移接续|Transfer of pension rights between employees', public and residents' schemes|B2|
医疗保险关系转移接续|Transfer of medical insurance rights|A|
失业保险关系转移接续|Transfer of unemployment insurance rights|A|
社会保险缴费记录|Contribution record|Q2|s c
社会保险参保证明|Proof of social insurance|Q2|s c
养老金发放记录|Record of pension payments|Q2|s
医疗保险个人账户|Medical insurance personal account|Q2|s
社会保险个人权益记录|Statement of social insurance rights|Q2|s
领取养老金资格认证|Proof of life for the pension|A|s c
单位社会保险登记|Social insurance registration of an employer|L3|n=fund
社会保险费补缴|Payment of missed contributions|A|
受自然灾害等不可抗力影响或者生产经营严重困难的用人单位缓缴社会保险费|Deferred contributions of employers in serious difficulty|A|
由政府安排工作的退役军人未参保和断缴期间养老保险补缴|Missed pension contributions of ex-servicemen placed by the government|A|
参加养老保险前在机关、国有企业和部队的连续工龄视同缴费年限认定|Recognition of service in government, state firms and the army before enrolment|A|
从事井下、高空、高温和特别繁重体力劳动等特殊工种的企业职工提前退休审核|Early retirement after work underground, at heights, in heat or of great strain|A|
定点医疗机构协议|Contract with a designated hospital|L3|
定点零售药店协议|Contract with a designated pharmacy|L3|
`,
  'human-resources': `
社会保障卡|Social security card|C3|s c
社会保障卡密码重置|Reset of a social security card's password|A|s
就业登记|Registration of employment|B2|s c
失业登记|Registration of unemployment|B2|s c
就业创业证|Employment and start-up certificate|C3|
大龄、残疾、低保家庭和连续失业一年以上人员的就业困难人员认定|Recognition of difficulty in finding work: age, disability, need, a year without work|A|
就业困难人员灵活就业和企业招用就业困难人员、离校未就业高校毕业生的社会保险补贴|Social insurance subsidy for those in difficulty and for employers of them or of graduates|B2|
岗位补贴|Post subsidy|B2|
创业担保贷款|Secured start-up loan|B2|
一次性创业资助|Start-up grant|A|
创业租金补贴|Start-up rent subsidy|B2|
求职创业补贴|Job search and start-up subsidy|A|
高校毕业生就业报到|Reporting of graduates for work|A|
与用人单位解除劳动关系、自主择业和未就业高校毕业生等流动人员人事档案接收|Receipt of a personnel file after a job, by choice or after graduation|A|
流动人员人事档案转递|Transfer of a personnel file|A|
流动人员人事档案|Personnel file|Q2|s
专业技术资格证书|Professional qualification certificate|C2|
职业资格证书|Vocational qualification certificate|C2|
职业资格证书信息|Vocational qualification|Q2|
职称评审申报|Application for a professional title|A|
人才引进核准|Approval of recruited talents|B2|n=household
高层次人才认定|Recognition of high-level talents|B2|
博士后工作站设立|Post-doctoral station|L3|
劳动能力鉴定|Assessment of working ability|B2|
工伤认定|Recognition of a work injury|B2|n=benefits
劳动合同用工备案|Employment contracts|F2|
集体合同审查|Review of a collective contract|L3|
用人单位实行不定时工作制和综合计算工时工作制的审批|Flexible or averaged working hours|L3|
劳务派遣经营许可|Labour dispatch licence|L5|
人力资源服务许可|Human resources service licence|L5|
民办职业培训学校设立|Private vocational training school|L4|
外国人来华工作许可|Work permit for a foreigner|L4|n=residence
台湾、香港、澳门居民在本市就业和开办个体经营的就业证|Employment permit for residents of Taiwan, Hong Kong and Macao, also as individual businesses|L3|
劳动保障书面审查|Written review of labour protection|A|
企业年金方案|Enterprise annuity plan|F2|
技工学校设立审批|Technical school|L3|
职业技能培训补贴|Vocational training subsidy|B2|
见习基地认定|Trainee base|L3|
`,
  'housing-fund': `
住房公积金单位缴存登记|Employer's housing fund registration|R4|
住房公积金个人账户设立|Opening of a housing fund account|B2|
住房公积金汇缴|Monthly housing fund payment|A|
住房公积金补缴|Payment of missed contributions|A|
住房公积金缓缴|Deferred payment of contributions|A|
购买、建造、翻建、大修自住住房提取住房公积金（含异地购房）|Withdrawal to buy, build or overhaul one's home, elsewhere too|A|
偿还商业银行个人住房贷款本息提取住房公积金（含按年、按月委托提取）|Withdrawal to repay a bank's home loan, by the year or month|A|s
租房提取住房公积金|Withdrawal to rent|A|s
离退休提取住房公积金|Withdrawal on retirement|A|
本人、配偶或者直系亲属患重大疾病造成家庭生活严重困难提取住房公积金|Withdrawal where a serious illness in the family brings hardship|A|
离职提取住房公积金|Withdrawal after leaving a job|A|
死亡提取住房公积金|Withdrawal after a death|A|
住房公积金贷款|Housing fund loan|B2|
住房公积金贷款提前还款|Early repayment of a housing fund loan|A|s
住房公积金贷款结清证明|Proof of repayment of a housing fund loan|Q2|s
住房公积金缴存证明|Proof of housing fund payments|Q2|s c
住房公积金明细|Housing fund statement|Q2|s
住房公积金异地转移|Transfer of a housing fund account|B2|
异地贷款缴存使用证明|Certificate for a loan elsewhere|A|s
`,
  'civil-affairs': `
社会团体成立登记|Association|L3|
民办非企业单位成立登记|Private non-profit organisation|L3|
基金会成立登记|Foundation|L3|
慈善组织认定|Recognition of a charity|A|
公开募捐资格|Public fundraising permit|L3|
养老机构设立许可|Home for the elderly|L4|
高龄老人津贴|Allowance for the very old|B3|c
最低生活保障|Minimum living allowance|B2|
特困人员救助供养|Support of the destitute|B2|
临时救助|Temporary relief|A|c
医疗救助|Medical relief|A|
孤儿基本生活保障|Living allowance of orphans|B2|
困难残疾人生活补贴|Living allowance of the disabled in need|B3|c
重度残疾人护理补贴|Care allowance of the severely disabled|B2|
退役士兵自主就业补助|Grant to ex-servicemen who find work|A|
优抚对象抚恤补助|Pensions of honoured groups|B2|
婚姻登记档案|Marriage register|Q2|s
涉外收养登记|Adoption from abroad|A|
建设殡仪馆、火葬场、骨灰堂和经营性公墓、公益性骨灰安放设施的审批|Funeral homes, crematoria, columbaria and cemeteries|L3|
地名命名|Place names|L3|
`,
  disabled: `
残疾人证|Disability certificate|C3|c
残疾人辅助器具适配|Assistive devices|B2|
视力、听力、言语、肢体、智力残疾儿童和孤独症儿童康复救助|Rehabilitation of children with disabilities of sight, hearing, speech, body or mind, or autism|B2|
残疾人职业培训|Vocational training of the disabled|A|
残疾人创业扶持|Start-up support for the disabled|B2|
为重度残疾人家庭实施出入口坡道、扶手和卫生间等无障碍改造|Ramps, handrails and bathrooms for homes of the severely disabled|A|
残疾人乘车优惠卡|Travel card of the disabled|C2|
残疾学生助学金|Grant to disabled students|A|
按比例安排残疾人就业审核|Review of quota employment|A|
`,
  overseas: `
华侨回国定居|Return of an overseas Chinese|A|
归侨侨眷身份证明|Proof of status of returned overseas Chinese|C2|
华侨捐赠项目确认|Recognition of a donation from overseas|A|
外国人来华邀请函|Invitation of a foreigner|A|
APEC商务旅行卡|APEC business travel card|C3|
领事认证代办|Consular legalisation|A|
`,
  union: `
基层工会组建审批|Union branch|L3|
工会法人资格登记|Legal status of a union|L3|
困难职工帮扶|Support of workers in need|B2|
职工法律援助|Legal aid to workers|A|
`,
  education: `
实施学历教育、学前教育和文化教育的民办学校设立|Private school for diplomas, infants or general education|L4|n=association
民办幼儿园设立|Private kindergarten|L4|n=association
教师资格认定|Teaching qualification|C3|
校车使用许可|School bus permit|L3|
积分入学|School place by points|B2|
学历证书遗失证明|Proof of a lost diploma|A|
学籍转接|Transfer of a pupil|A|
经营游泳、潜水、攀岩等高危险性体育项目的许可|Operation of swimming, diving, climbing and other risky sports|L3|
体育社会团体设立审查|Sports association|L3|
运动员技术等级认定|Athlete's grade|A|
裁判员技术等级认定|Referee's grade|A|
`,
  justice: `
法律援助|Legal aid|B2|w=251
人民调解申请|People's mediation|A|w=252
委托公证|Notarised power of attorney|A|w=253
继承公证|Notarised inheritance|A|w=253
学历公证|Notarised diploma|A|w=253
出生公证|Notarised birth|A|w=253
亲属关系公证|Notarised kinship|A|w=253
房屋买卖合同公证|Notarised sale of a home|A|w=253
公证书|Notarial certificate|Q2|w=253
律师事务所设立|Law firm|L3|w=254
律师执业许可|Lawyer's licence|L3|w=254
基层法律服务工作者执业|Legal worker's licence|L3|w=254
司法鉴定机构登记|Forensic institution|L3|w=254
司法鉴定人登记|Forensic expert|L3|w=254
法治宣传资料领取|Legal publicity material|A|w=254
法律咨询|Legal advice|A|w=251
`,
};
