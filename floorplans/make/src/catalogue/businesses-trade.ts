/** What the tax, trade, nature and utility departments do; the form is that of `PEOPLE`. */
export const TRADE: Readonly<Record<string, string>> = {
  'state-tax': `
一照一码户信息确认|Confirmation of a unified registration|A|w=141-158
增值税一般纳税人登记|General VAT taxpayer|L3|w=141-158
纳税人存款账户账号报告|Report of bank accounts|A|w=141-158
跨区域涉税事项报告|Cross-regional taxable activity|B2|w=141-158
停业复业登记|Pause and resumption of business|A|w=141-158
税务注销|Tax deregistration|A|w=141-158
发票票种核定|Invoice types|L3|w=159-180
增值税一般纳税人使用税控系统开具专用发票的最高开票限额审批|Ceiling of special invoices issued through the tax control system|L3|w=159-180
发票领用|Issue of blank invoices|A|s w=159-180
发票验旧|Checking in of used invoices|A|s w=159-180
发票代开（增值税专用发票）|Special invoice on one's behalf|A|w=159-180
发票代开（增值税普通发票）|Ordinary invoice on one's behalf|A|s w=159-180
发票遗失损毁报告|Report of lost invoices|A|w=159-180
税控设备发行|Issue of a tax control device|L3|w=159-180
增值税申报|VAT return|A|w=181-200
消费税申报|Consumption tax return|A|w=181-200
企业所得税申报（季度）|Quarterly enterprise income tax return|A|w=181-200
实行查账征收和核定应税所得率征收的居民企业所得税年度汇算清缴|Annual enterprise income tax settlement by accounts or by assessed rate|A|w=181-200
车辆购置税申报|Vehicle purchase tax return|A|s w=181-200 n=vehicle
出口退（免）税备案|Export tax refund|F2|w=141-158
出口退税申报|Claim of an export refund|A|w=141-158
税收优惠备案|Tax relief|F2|w=141-158
完税证明|Proof of tax paid|Q2|s w=181-200
中国税收居民身份证明|Certificate of tax residence|A|w=141-158
`,
  'local-tax': `
个人所得税自行申报|Personal income tax return|A|w=181-200
个人所得税扣缴申报|Withholding of personal income tax|A|w=181-200
个人所得税完税证明|Proof of personal income tax|Q2|s w=181-200
个人转让存量住房的增值税、个人所得税、土地增值税和契税合并申报|Value added, income, land appreciation and deed tax on the sale of a home, in one return|A|w=181-200 n=transfer
新建商品房契税申报|Deed tax on a new home|A|s w=181-200 n=transfer
个人出租住房、非住房的税费申报和租赁发票代开|Taxes on rent, and the invoice for it|A|s w=181-200
土地增值税申报|Land appreciation tax return|A|w=181-200
土地增值税清算|Land appreciation tax settlement|A|w=141-158
城镇土地使用税申报|Urban land use tax return|A|w=181-200
房产税申报|Property tax return|A|w=181-200
印花税申报|Stamp duty return|A|w=181-200
车船税申报|Vehicle and vessel tax return|A|w=181-200
环境保护税申报|Environmental tax return|A|w=181-200
社会保险费申报|Social insurance contributions return|A|w=181-200
城乡居民社会保险费缴纳|Residents' social insurance contributions|A|s w=181-200
未按比例安排残疾人就业的用人单位残疾人就业保障金申报|Disabled employment levy of employers below the quota|A|w=181-200
资源税申报|Resource tax return|A|w=181-200
耕地占用税申报|Farmland occupation tax return|A|w=181-200
扣缴义务人登记|Withholding agent|L3|w=141-158
财务会计制度备案|Accounting system|F2|w=141-158
延期申报核准|Late return|A|w=141-158
因不可抗力或者货币资金不足以缴纳税款的纳税人延期缴纳税款核准|Late payment after force majeure or for want of cash|A|w=141-158
税收减免核准|Tax relief|A|w=141-158
误收多缴退税|Refund of overpaid tax|A|w=141-158
纳税信用复评|Review of tax credit rating|A|w=141-158
纳税信用等级|Tax credit rating|Q2|s w=141-158
涉税违法行为检举|Report of a tax offence|A|w=141-158
`,
  customs: `
报关单位注册登记|Customs broker|L4|
加工贸易手册|Processing trade handbook|L3|
减免税审核确认|Customs relief|A|
知识产权海关备案|Customs record of intellectual property|F2|
展览会、比赛演出和维修测试用品等暂时进出境货物核准|Temporary import for fairs, contests, repairs and tests|A|
海关企业信用认证|Customs credit rating|A|
`,
  inspection: `
自理报检企业备案|Self-inspecting company|F2|
出口食品生产企业备案|Maker of food for export|F2|
进境水果、粮食、种苗、活动物和肉类、水产等动植物产品检疫审批|Quarantine of imported fruit, grain, seedlings, animals, meat and fish|L3|
微生物、人体组织、生物制品、血液及其制品等出入境特殊物品卫生检疫审批|Entry and exit of microbes, tissue, biological and blood products|A|
国境口岸卫生许可|Hygiene licence at the port|L3|
国际旅行健康检查证明|Travel health certificate|C2|
一般原产地证书|Certificate of origin|C2|
进出口商品检验鉴定机构许可|Inspection company|L3|
出境竹木草制品企业登记|Maker of wooden goods for export|L3|
`,
  finance: `
会计从业资格|Accounting certificate|C3|
代理记账机构许可|Bookkeeping agency|L3|
政府采购投诉处理|Complaint about a public purchase|A|
非营利组织免税资格认定|Tax exemption of a non-profit|A|
财政票据领购|Official receipts|A|
`,
  patents: `
专利申请资助|Patent grant|B2|
专利纠纷调处|Patent dispute|A|
专利代理机构备案|Patent agent|F2|
作品著作权登记|Copyright|L3|
`,
  'financial-work': `
小额贷款公司设立审批|Microcredit company|L3|
融资性担保公司设立审批|Guarantee company|L3|
上市企业奖励申报|Award to listed companies|A|
`,
  forestry: `
采伐集体林、农田林网和城镇以外护堤护路林木的采伐许可|Felling of collective woods, shelter belts and trees on dykes and roads|L3|
木材运输证|Timber transport|A|
木材经营加工许可|Timber trade|L3|
修筑道路、水利、电力、通信等工程设施长期和临时占用林地审批|Long or temporary use of forest land for roads, water, power and telephone works|L3|
林木种子生产经营许可|Forest seed licence|L3|
森林植物检疫|Forest plant quarantine|A|
野生动物驯养繁殖许可|Breeding of wild animals|L3|
野生动物经营利用许可|Trade in wild animals|L3|
森林防火期内因防治病虫鼠害、冻害和炼山造林等特殊情况野外用火审批|Fire in the open in the fire season against pests and frost, or for planting|A|
古树名木移植审批|Moving an old tree|A|
`,
  fisheries: `
养殖、旅游娱乐、码头和海底管线等项目海域使用许可|Sea area use for farming, leisure, quays and pipelines|L4|
渔业捕捞许可|Fishing licence|L4|
水域滩涂养殖证|Aquaculture licence|L4|
渔业船舶登记|Fishing vessel|L3|
渔业船员证书|Fishing crew certificate|C3|
渔业船舶检验|Inspection of a fishing vessel|A|
水产种苗进出口审批|Import of fry|A|
海洋工程环境影响审批|Impact of a marine project|A|
水生野生动物利用许可|Use of aquatic wildlife|L3|
`,
  'ethnic-religious': `
宗教活动场所登记|Place of worship|L3|
宗教教职人员备案|Clergy|F2|
在宗教活动场所内改建、新建建筑物和设立商业服务网点、举办陈列展览的审批|Buildings, shops and exhibitions at a place of worship|A|
清真食品标志|Halal food mark|L3|
`,
  salt: `
食盐零售许可|Retail of salt|L3|
食盐批发许可|Wholesale of salt|L3|
`,
  post: `
快递业务经营许可|Courier licence|L4|
快递末端网点备案|Courier outlet|F2|
邮政普遍服务投诉|Complaint about the post|A|
证照寄递|Delivery of licences by post|A|
`,
  trading: `
建设工程交易登记|Works tender|A|
政府采购项目受理|Public purchase|A|
土地使用权交易登记|Land auction|A|
产权交易登记|Sale of public assets|A|
投标企业入库|Bidder's registration|B2|
CA数字证书|CA digital certificate|C3|
投标保证金退付|Refund of a bid bond|A|
开标场地预约|Booking of a bid room|A|
评标专家入库|Evaluation expert|B2|
`,
  power: `
居民用电新装增容|Domestic supply, new or larger|A|
低压非居民用电新装增容|Low-voltage business supply, new or larger|A|
十千伏以上用户高压用电新装、增容和双电源、自备电源接入|Supply above 10 kV, new or larger, with a second or own source|A|
临时用电|Temporary supply|L3|
电费|Electricity bill|Q2|s
电费缴纳|Payment of an electricity bill|A|s c
用电户名变更|Change of the electricity customer|A|
自然人和企业利用自有屋顶建设的分布式光伏发电项目并网|Connection of solar power on one's own roof|L3|
电能表校验|Check of an electricity meter|A|
`,
  'water-supply': `
居民用水报装|Domestic water connection|A|
工商业、学校、医院和建筑工地等非居民用水报装|Water connection of business, schools, hospitals and building sites|A|
水费|Water bill|Q2|s
水费缴纳|Payment of a water bill|A|s
用水户名变更|Change of the water customer|A|
水表校验|Check of a water meter|A|
临时用水|Temporary water supply|L3|
`,
  gas: `
居民燃气报装|Domestic gas connection|A|
非居民燃气报装|Business gas connection|A|
燃气费|Gas bill|Q2|s
燃气费缴纳|Payment of a gas bill|A|s
燃气户名变更|Change of the gas customer|A|
居民户内燃气管道、计量表和阀门的迁移、加装与改装|Moving, adding and altering pipes, meters and valves at home|A|
`,
};
