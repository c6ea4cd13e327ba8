/** What the departments for land, building and transport do; the form is that of `PEOPLE`. */
export const BUILDING: Readonly<Record<string, string>> = {
  'real-estate': `
国有建设用地使用权及房屋等建筑物、构筑物所有权|State land use right and ownership of buildings and structures|P5|
集体建设用地使用权|Collective land use right|P5|
宅基地使用权及房屋所有权|Homestead land use right and ownership|P5|
不动产抵押权|Mortgage of real estate|P5|
土地承包经营权|Farmland contract right|P3|
林权|Forest right|P3|
海域（含无居民海岛）使用权及海上构筑物所有权|Right to use the sea or an uninhabited island, and ownership of structures there|P3|
预购商品房预告登记|Advance notice of purchase|L3|
不动产异议登记|Objection to an entry|L3|
不动产查封登记|Seizure of real estate|L3|
地役权|Easement|P3|
不动产权属证书|Title certificate|C2|
不动产登记资料|Land register|Q2|s c
个人住房信息|Housing record of a person|Q2|s
无房产证明|Certificate of owning no home|Q2|s
`,
  land: `
国有土地使用权出让|Grant of state land|L3|
国有土地使用权划拨|Allocation of state land|L3|
国有土地使用权转让|Transfer of state land|A|
临时用地审批|Temporary use of land|L3|
建设项目用地预审|Preliminary review of project land|L3|
农村集体经济组织兴办企业和乡（镇）村公共设施、公益事业使用集体建设用地审批|Collective land for village enterprises, public facilities and welfare|L3|
设施农用地备案|Farm facilities|F2|
采矿权登记|Mining right|L4|
探矿权登记|Prospecting right|L3|
地质灾害易发区内工程建设项目地质灾害危险性评估备案|Geological hazard assessment of a project in a hazard area|F2|
测绘资质审批|Surveying qualification|L3|
测绘成果提供使用审批|Use of surveying data|A|
土地利用总体规划|Land use plan|Q2|s
土地权属争议调处|Land dispute|A|
`,
  housing: `
建筑工程施工许可|Construction permit|L3|
建筑业企业资质|Contractor's qualification|L5|
建筑施工企业安全生产许可|Contractor's safety licence|L4|
房地产开发企业资质|Developer's qualification|L5|
商品房预售许可|Pre-sale of homes|L3|
商品房现售备案|Sale of finished homes|F2|
工程竣工验收备案|Completed building|F2|
施工图设计文件审查备案|Review of drawings|F2|
建设工程招标备案|Tender for works|F2|
房屋租赁登记备案|Tenancy|F3|c
公共租赁住房|Public rental home|B2|
房屋安全鉴定|Safety survey of a building|A|
住宅专项维修资金|Home repair fund|Q2|s
电梯、外墙、屋面等共用部位和共用设施设备维修使用住宅专项维修资金|Use of the home repair fund for lifts, façades, roofs and other common parts|A|
物业服务企业备案|Property manager|F2|
燃气经营许可|Gas supply licence|L4|
施工现场塔式起重机、施工升降机等建筑起重机械备案|Tower cranes and hoists of a building site|F2|
二级建造师注册|Class 2 constructor's registration|L3|
房地产经纪机构备案|Estate agent|F2|
商品房网签合同|Home sale contract|Q2|s
`,
  planning: `
建设项目选址意见书|Site of a project|L3|
建设用地规划许可|Planning permit for land|L3|n=construction
建设工程规划许可|Planning permit for a building|L4|
乡村建设规划许可|Rural planning permit|L3|
建设工程规划条件核实|Check of planning conditions|A|
建设工程设计方案审查|Review of a design|A|
临时建设工程规划许可|Temporary building|L3|
历史建筑修缮审批|Repair of a historic building|A|
规划设计条件|Planning conditions|Q2|
户外广告规划许可|Outdoor advertising plan|L3|
`,
  environment: `
建设项目环境影响报告书审批（海岸工程、核与辐射类以及跨行政区域的项目除外）|Environmental impact report, but for coastal, nuclear and cross-border projects|A|
编制环境影响报告表的建设项目环境影响评价审批（含重大变动后重新报批）|Environmental impact form, also again after a major change|A|
建设项目环境影响登记表备案|Environmental impact registration|F2|
建设项目竣工环境保护验收|Environmental acceptance of a project|A|
排污许可|Discharge permit|L5|
危险废物经营许可|Hazardous waste licence|L4|
危险废物转移联单|Transfer of hazardous waste|A|
辐射安全许可|Radiation safety licence|L4|
持有辐射安全许可证的单位之间转让放射性同位素的审批|Transfer of isotopes between holders of a licence|A|
因混凝土连续浇筑、管线抢修等工艺需要在住宅、学校和医院附近夜间施工的许可|Night works near homes, schools and hospitals that the process needs|L3|
拆除或者闲置工业固体废物污染防治设施、场所的审批|Removal or disuse of a plant against industrial waste|A|
企业事业单位突发环境事件应急预案及环境风险评估报告备案|Environmental emergency plan and risk assessment|F2|
机动车环保检验机构备案|Vehicle emission tester|F2|
`,
  transport: `
道路旅客运输经营许可|Passenger transport licence|L5|
道路货物运输经营许可|Goods transport licence|L5|
道路危险货物运输经营许可|Dangerous goods transport licence|L4|
道路运输证|Vehicle operation certificate|L4|
道路运输从业资格证|Professional driver's certificate|C3|
出租汽车经营许可|Taxi licence|L4|
网络预约出租汽车驾驶员证|Ride-hailing driver's certificate|C3|
网络预约出租汽车运输证|Ride-hailing vehicle certificate|C3|
机动车维修经营许可|Vehicle repair licence|L5|
机动车驾驶员培训许可|Driving school licence|L4|
公共汽车线路经营许可|Bus route licence|L3|
港口经营许可|Port operation licence|L4|
水路运输经营许可|Water transport licence|L4|
船舶营业运输证|Vessel operation certificate|C3|
内河通航水域施工许可|Works in a waterway|L3|
道路客运站经营许可|Coach station licence|L3|
国际道路运输许可|International road transport|L3|
车辆技术等级评定备案|Vehicle grade|F2|
老年人乘车优惠卡|Senior travel card|C2|c
`,
  water: `
取水许可|Water abstraction|L4|
水土保持方案审批|Soil and water conservation plan|L3|
在河道、湖泊管理范围内修建桥梁、码头、缆线、取水口和排水口的工程建设方案审批|Bridges, quays, cables, intakes and outfalls in a river or lake zone|L3|
从事工业、建筑、餐饮、医疗等活动的单位和个体工商户向城镇排水设施排放污水的许可|Discharge into sewers by industry, building, catering and medicine|L4|
洪水影响评价审批|Flood impact|A|
在江河、水库、灌区和堤防的管理与保护范围内新建、改建、扩建水闸、泵站、穿堤管道、临河道路和取水口，以及为其施工搭建围堰、便桥、栈道，堆放砂石、土方和预制构件等临时设施的工程建设方案、防洪影响补救措施和年度度汛方案审批|Sluices, pumping stations, pipes, riverside roads and intakes by rivers, reservoirs and dykes, with the cofferdams, temporary bridges and stockpiles of their works: design, flood remedies and flood season plan|L3|
河道采砂许可|Sand dredging|L3|
新建、改建或者扩大入河排污口（含通过沟渠、管道间接排放）的设置审批|New or larger outfall into a river, indirect ones too|L3|
占用农业灌溉水源审批|Use of irrigation water|A|
`,
  highways: `
为埋设管道、架设缆线在公路、公路用地和公路桥梁、隧道施工的许可|Works on a highway, its bridges and tunnels for pipes and cables|L3|
装载不可解体大件货物的超限运输车辆在普通公路通行的许可|Passage of an oversize vehicle with an indivisible load|L3|
在公路用地和两侧建筑控制区内设置广告牌、店招等非公路标志的许可|Billboards and shop signs along a highway|L3|
更新采伐护路林审批|Felling of roadside trees|A|
在普通公路上增设或者改造平面交叉道口的审批|New or altered junction on a highway|A|
`,
  meteorology: `
防雷装置设计审核|Design of lightning protection|A|
防雷装置竣工验收|Acceptance of lightning protection|A|
升放气球活动审批|Release of balloons|L3|
气象资料证明|Weather certificate|Q2|
`,
  fire: `
建设工程消防设计审核|Fire safety design review|A|
建设工程消防验收|Fire safety acceptance|A|
建设工程消防备案|Fire safety of a building|F2|
宾馆、饭店、商场、歌舞厅等公众聚集场所投入使用、营业前消防安全检查|Fire inspection of hotels, restaurants, shops and dance halls before opening|A|
消防技术服务机构资质|Fire services qualification|L3|
`,
  'air-defence': `
防空地下室建设审批|Air-raid shelter|A|
因地质、地形等条件限制不能就地修建防空地下室的民用建筑易地建设审批|Shelter at another site where the ground does not allow one here|A|
人防工程竣工验收备案|Completed shelter|F2|
人防工程平时使用许可|Peacetime use of a shelter|L3|
拆除人防工程审批|Removal of a shelter|A|
`,
  'urban-management': `
户外广告设置许可|Outdoor advertising|L3|
为敷设管线、开设路口和临时堆料占用或者挖掘城市道路（含人行道）的许可|Occupying or digging up a street or pavement for pipes, entries and materials|L3|
工程余泥渣土和拆除、装修垃圾的排放、运输与受纳核准|Removal, transport and dumping of spoil and building waste|L3|
因工程建设和管线抢修临时占用城市公园、道路绿带等绿地的审批|Temporary use of parks and roadside green for works|L3|
因工程建设或者树木危及房屋、线路安全砍伐、移植城市树木的许可|Felling or moving city trees for works or safety|A|
利用广场、人行道举办展销、促销和公益活动的临时占道许可|Fairs, promotions and charity events on squares and pavements|L3|
环境卫生设施拆迁审批|Removal of sanitation facilities|A|
生活垃圾经营性清运许可|Waste collection licence|L3|
`,
};
