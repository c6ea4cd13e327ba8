/** What the departments for companies do; the form is that of `PEOPLE`. */
export const COMPANIES: Readonly<Record<string, string>> = {
  'commerce-registration': `
有限责任公司|Limited company|R4|n=seal,tax,invoice,social,fund
股份有限公司|Company limited by shares|R4|n=seal,tax,invoice,social,fund
外商投资企业|Foreign-invested company|R4|n=seal,tax,invoice,social,fund
合伙企业|Partnership|R4|n=seal,tax,invoice
个人独资企业|Sole proprietorship|R4|n=seal,tax,invoice
分公司|Branch of a company|R4|n=seal,tax
农民专业合作社|Farmers' cooperative|R4|n=seal,tax
个体工商户|Individual business|R4|n=tax,invoice
企业集团登记|Group of companies|L3|
企业名称预先核准|Reservation of a company name|L3|
营业执照遗失补领|Replacement of a business licence|A|
营业执照增发副本|Further copies of a business licence|A|
股权出质登记|Pledge of shares|L3|
动产抵押登记|Chattel mortgage|L3|
企业简易注销公告|Notice of simplified dissolution|A|
企业登记档案|Company register|Q2|s
企业年度报告|Annual report of a company|A|
经营异常名录移出|Removal from the list of irregularities|A|
广告发布登记|Advertising licence|L3|
守合同重信用企业公示|Listing as a trustworthy company|A|
外国企业常驻代表机构登记|Representative office of a foreign company|L3|
`,
  'economy-it': `
工业和信息化领域企业技术改造投资项目备案|Technical renovation project in industry and information technology|F2|k
工业和信息化专项资金申报|Grant for industry and information technology|A|k
无线电台（站）设置|Radio station|L3|k
无线电频率使用许可|Use of a radio frequency|L4|k
民用爆炸物品销售许可|Sale of civil explosives|L4|k
企业技术中心认定|Enterprise technology centre|A|k
中小企业服务平台认定|Service platform for small companies|A|k
年综合能源消费量一千吨标准煤以上或者年电力消费量五百万千瓦时以上的固定资产投资项目（涉及国家秘密的项目和不单独进行节能审查行业的项目除外）节能审查|Energy review of an investment above 1,000 t of coal equivalent or 5 GWh a year, but for secret projects and exempt trades|A|k
`,
  health: `
公共场所卫生许可|Hygiene licence of a public place|L5|k
饮用水供水单位卫生许可|Hygiene licence of a water supplier|L3|k
医疗机构设置审批|Establishment of a medical institution|L3|k
医疗机构执业登记|Registration of a medical institution|L5|k
放射治疗、核医学、介入放射学和X射线影像诊断工作的放射诊疗许可|Radiotherapy, nuclear medicine, interventional and X-ray licence|L3|k
消毒产品生产企业卫生许可|Licence for disinfectants|L3|
医疗机构放射诊疗建设项目职业病危害预评价审核和放射防护设施竣工验收|Radiation protection of a hospital project: assessment and acceptance|A|
医师执业注册|Doctor's registration|L3|
护士执业注册|Nurse's registration|L3|
婚前医学检查、助产、结扎和终止妊娠手术的母婴保健技术服务许可|Mother and child care licence for premarital checks, midwifery and surgery|L3|
计划生育技术服务许可|Family planning services licence|L3|
出生医学证明|Birth certificate|C2|
生育登记|Registration of a child to be born|A|c
再婚、病残儿等特殊情形的夫妻再生育审批|Permission for a further child after a remarriage or a child's illness|A|
独生子女父母光荣证|One-child certificate|C2|c
计划生育家庭特别扶助|Support of one-child families|B2|
预防接种证|Vaccination booklet|C2|
`,
  archives: `
档案中介服务机构备案|Archive service provider|F2|k
重大建设项目档案验收|Acceptance of a project's archive|A|k
国有企业档案处置审查|Disposal of a state company's archive|A|k
对外提供档案审批|Provision of archives abroad|A|k
馆藏档案|Archive holdings|Q2|
`,
  'work-safety': `
危险化学品经营许可|Trade in hazardous chemicals|L5|k
危险化学品安全使用许可|Use of hazardous chemicals|L4|k
烟花爆竹经营（零售）许可|Retail of fireworks|L3|k
烟花爆竹经营（批发）许可|Wholesale of fireworks|L3|k
非药品类易制毒化学品经营备案|Precursor chemicals|F3|k
矿山、金属冶炼、建筑施工和危险物品单位生产安全事故应急预案备案|Emergency plan of mines, smelters, builders and handlers of dangerous goods|F2|k
新建、改建、扩建生产、储存危险化学品的建设项目（含长输管道）和伴有危险化学品产生的化工建设项目安全条件审查与安全设施设计审查（由国家和省审查的除外）|Safety conditions and design of projects that make, store or pipe hazardous chemicals, but for those that the state or province reviews|A|k
重大危险源备案|Major hazard|F3|k
`,
  agriculture: `
动物防疫条件合格证|Animal disease prevention certificate|L4|k
兽药经营许可|Trade in veterinary drugs|L3|k
动物诊疗许可|Veterinary clinic|L4|k
种子生产经营许可|Seed licence|L5|k
农药经营许可|Trade in pesticides|L3|k
生鲜乳收购许可|Purchase of raw milk|L3|
种子、苗木和应施检疫的农产品调运农业植物检疫|Plant quarantine of seeds, seedlings and produce in transport|A|
出售、运输动物和动物产品的动物检疫合格证明|Health certificate for animals and animal products in trade and transport|A|
执业兽医注册|Veterinarian's registration|L3|
拖拉机驾驶证|Tractor driving licence|C3|
拖拉机登记|Tractor registration|L3|
无公害农产品产地认定|Recognition of a clean farm|A|
农村土地承包经营权|Farmland contract right|Q2|
水产苗种生产许可|Production of fish fry|L3|
`,
  science: `
高新技术企业认定申报|High-technology company|A|k
科技型中小企业评价|Rating of a technology company|A|k
技术合同认定登记|Technology contract|A|k
工程技术研究中心认定|Engineering research centre|A|k
科技计划项目申报|Science project|A|k
实验动物使用许可|Use of laboratory animals|L3|k
科技企业孵化器认定|Technology incubator|A|k
`,
  'food-drug': `
食品经营许可|Food business licence|L5|
食品生产许可|Food production licence|L5|
食品小作坊登记|Small food workshop|L3|
食品摊贩登记|Food stall|L3|
小餐饮登记|Small restaurant|L3|
药品经营（零售）许可|Retail pharmacy licence|L5|
药品经营质量管理规范认证|Good supply practice certificate|L3|
植入、介入、体外诊断试剂等第三类医疗器械经营许可|Trade in class III medical devices: implants, interventional devices, reagents|L4|
第二类医疗器械经营备案|Class II medical devices|F2|
第一类医疗器械产品备案|Class I medical device|F2|
化妆品生产许可|Cosmetics production licence|L3|
保健食品广告审查|Advertising of health food|A|
麻醉药品运输证明|Transport of narcotics|A|
麻醉药品购用印鉴卡|Narcotics purchase card|L3|
执业药师注册|Pharmacist's registration|L3|
中药材经营备案|Trade in Chinese herbs|F2|
医疗机构制剂配制许可|Hospital preparations|L3|
药品零售连锁备案|Pharmacy chain|F2|
`,
  quality: `
锅炉、压力容器、电梯、起重机械、客运索道、大型游乐设施和场（厂）内专用机动车辆使用登记|Use of boilers, pressure vessels, lifts, cranes, cableways, rides and works vehicles|L3|
特种设备作业人员证|Special equipment operator|C3|
特种设备生产单位许可|Maker of special equipment|L4|
气瓶充装许可|Filling of gas cylinders|L3|
社会公用计量标准和部门、企业事业单位最高计量标准器具核准|Public and highest internal measuring standards|L3|
制造计量器具许可|Maker of measuring instruments|L3|
向社会出具具有证明作用的数据、结果的检验检测机构资质认定|Testing laboratory whose results serve as evidence|L3|
工业产品生产许可证|Industrial product licence|L4|
企业产品标准备案|Product standard|F2|
组织机构代码证|Organisation code certificate|C3|
产品质量监督检验|Product quality test|A|
强制检定申请|Mandatory verification|A|
`,
  culture: `
互联网上网服务经营许可|Internet café licence|L5|
歌舞娱乐场所经营许可|Song and dance venue|L5|
游艺娱乐场所经营许可|Games arcade|L4|
文艺表演团体和演出经纪机构举办营业性演出（含增加演出地点、变更节目）的许可|Commercial performance, with further places and changed programmes|L3|
文艺表演团体设立|Performing troupe|L3|
演出经纪机构设立|Performance agency|L3|
出版物零售许可|Retail of publications|L3|
出版物批发许可|Wholesale of publications|L3|
印刷经营许可|Printing licence|L5|
电影放映经营许可|Cinema licence|L3|
宾馆、涉外单位和科研机构设置卫星地面接收设施接收境外电视节目的许可|Satellite dish for foreign television at hotels, foreign bodies and institutes|L3|
市级文物保护单位和尚未核定为文物保护单位的不可移动文物修缮审批|Repair of a protected or not yet listed monument|A|
文物经营许可|Trade in antiques|L3|
艺术品经营单位备案|Art dealer|F2|
内部资料准印证|Internal publication|L3|
`,
  tourism: `
旅行社设立许可|Travel agency|L5|
旅行社分社备案|Travel agency branch|F2|
导游证|Tourist guide|C3|
旅游投诉受理|Tourist complaint|A|
`,
  commerce: `
外商投资企业设立备案|Foreign-invested company|F2|
对外贸易经营者备案|Foreign trade operator|F2|
企业境外投资备案|Investment abroad|F2|
对外劳务合作经营资格|Overseas labour licence|L3|
加油站（点）、水上加油船等成品油零售经营资格|Retail of petrol at filling stations and fuel boats|L4|
酒类零售经营资格|Retail of alcohol|L3|
拍卖业务许可|Auction licence|L3|
直销企业服务网点核查|Direct selling outlet|A|
单用途商业预付卡备案|Prepaid cards|F2|
二手车交易市场备案|Used car market|F2|
加工贸易业务|Processing trade|F2|
技术进出口合同登记|Technology trade contract|L3|
原产地证书签发|Certificate of origin|A|
`,
  tobacco: `
烟草专卖零售许可|Retail of tobacco|L5|
烟草专卖零售许可停业歇业|Closing of a tobacco shop|A|
烟草专卖品准运|Transport of tobacco|A|
`,
  development: `
企业在本市投资建设的、列入核准目录且未划归国家和省核准的能源、交通、水利、城建、社会事业和外商投资等固定资产投资项目核准|Approval of listed investments in energy, transport, water, city works, welfare and foreign capital that the city decides|L3|
企业投资项目备案|Investment project|F2|n=land,planning,construction
政府投资项目建议书审批|Proposal of a public project|A|
使用市级财政资金的政府投资项目可行性研究报告审批（含重大调整后重新报批）|Feasibility study of a public project paid by the city, also again after a major change|A|
政府投资项目初步设计概算审批|Budget of a public project|A|
投资项目政务导办|Guidance of an investment project|A|w=85
粮食收购资格|Grain purchase licence|L3|
价格认定|Price assessment|A|
收费标准核定|Setting of a fee|A|
在电力设施保护区内建房、打桩、钻探、开挖和使用起重机械作业的审批|Building, piling, drilling, digging and craning near power lines|A|
在石油、天然气管道中心线两侧和附属设施周边施工作业的审批|Works beside an oil or gas pipeline|A|
`,
  'service-office': `
企业设立导办|Guidance on setting up a company|A|w=86-90
企业设立代办|Setting up a company on one's behalf|A|w=86-90
办结证照出件|Collection of licences|A|w=38
网上办事账号|Online service account|B2|w=86-90
政务服务投诉建议|Complaints and suggestions|A|w=86-90
`,
};
