"""Sentences that name places and claim nothing of them: lines, meetings, acts, services."""

from __future__ import annotations

from collections.abc import Callable

import pytest

SILENT = [
    pytest.param(
        "330000", "加快杭丽铁路、杭湖高铁建设，推进嘉兴西站枢纽、温州机场二期等项目。", id="lines"
    ),
    pytest.param(
        "330000", "成功举办湖州绿色发展大会、绍兴黄酒节，嘉兴运河音乐会如期举行。", id="events"
    ),
    pytest.param(
        "430000", "长沙、株洲、湘潭三市医保同城结算，衡阳、永州污染防治成效明显。", id="services"
    ),
    pytest.param(
        "510000", "阿坝、甘孜、凉山脱贫攻坚全面胜利，乐山、雅安景区恢复开放。", id="welfare"
    ),
    pytest.param(
        "410000", "洛阳、南阳两市常住人口超过七百万，安阳入选综合交通枢纽城市。", id="counts"
    ),
    pytest.param(
        "420000", "支持黄冈、咸宁与武汉同城化发展，推动随州、神农架一体化发展。", id="integration"
    ),
    pytest.param(
        "530000", "保山、芒市机场改扩建完成，玉溪、红河、楚雄城市群加快建设。", id="building"
    ),
    pytest.param("330600", "杭绍城际铁路开通运营，越城区、柯桥区城市更新全面推进。", id="renewal"),
    pytest.param("540000", "牦牛产业带动农牧民增收。", id="verb across a word"),
    pytest.param(
        "150000", "内蒙古煤炭资源连片的地区有鄂尔多斯高原、锡林郭勒高原。", id="highlands"
    ),
    pytest.param("330000", "宁波市将以增强科技创新能力为重点。", id="what is to be done"),
    pytest.param(
        "430000",
        "形成以长沙为核心、株洲湘潭为支撑的城镇发展格局，推动食品产业升级。",
        id="a layout of towns",
    ),
    pytest.param("430000", "加强湘潭槟榔、邵阳中药材产业发展规划。", id="plans for industries"),
    pytest.param("440000", "推进南海油气开采。", id="sea and district"),
    pytest.param(
        "440000", "培育更多国家先进制造业集群，广东产业园区布局持续优化。", id="anywhere at home"
    ),
    pytest.param("650000", "乌鲁木齐不再布局煤化工产业。", id="no longer"),
    pytest.param("650000", "禁止在乌鲁木齐发展煤化工产业。", id="forbidden"),
    pytest.param("650000", "乌鲁木齐尚未形成煤化工产业集群。", id="not yet"),
    pytest.param("650000", "昌吉纺织产业园已于2018年关闭。", id="closed"),
    pytest.param("330000", "嘉兴市、湖州市均不设化工园区。", id="none is set up"),
    pytest.param("330000", "新昌县无化工园区。桐乡市未设立化工产业园。", id="there is none"),
    pytest.param("330000", "桐乡市放弃建设石化产业园，反对在海盐县建设石化基地。", id="given up"),
    pytest.param("330000", "临海市暂缓建设化工园区。", id="put off"),
    pytest.param("330000", "上虞、柯桥、诸暨化工产业园区关停整合。", id="closed and merged"),
    pytest.param("330000", "原规划的新昌县氢能产业园已取消。", id="cancelled"),
    pytest.param("330000", "宁波市曾以煤炭产业为主导。", id="once"),
    pytest.param("330000", "推动绍兴、嘉兴印染产业向中西部转移。", id="moved away"),
    pytest.param("330000", "新昌县、嵊州市、诸暨市分别发展轴承、茶产业。", id="dealt to nobody"),
    pytest.param("150000", "科尔沁草原发展肉牛产业。", id="a steppe"),
    pytest.param("650000", "撤销昌吉纺织产业园。", id="abolished"),
    pytest.param("650000", "乌鲁木齐曾是全国重要的纺织基地。", id="once"),
    pytest.param("650000", "历史上，伊犁是重要的毛纺织基地。", id="in history"),
    pytest.param("650000", "改变乌鲁木齐单一发展煤化工产业的局面。", id="to be changed"),
    pytest.param("650000", "借鉴克拉玛依经验，发展油气服务产业。", id="a model"),
    pytest.param("650000", "像石河子一样发展纺织产业。", id="like another"),
    pytest.param("650000", "产品主要销往喀什、和田，重点发展建材产业。", id="markets"),
    pytest.param("650000", "东接哈密，西连昌吉，重点发展煤电产业。", id="neighbours"),
    pytest.param("650000", "距伊宁市80公里，重点发展口岸加工产业。", id="a distance"),
    pytest.param("650000", "除乌鲁木齐、石河子外，重点发展煤化工产业。", id="all but these"),
    pytest.param("650000", "乌鲁木齐以外的地州重点发展煤化工产业。", id="outside of it"),
    pytest.param("650000", "依托天山、阿尔泰山、昆仑山发展冰雪旅游产业。", id="mountains"),
    pytest.param("640000", "宁夏贺兰山东麓是酿酒葡萄产区。", id="a mountain behind the province"),
    pytest.param("530000", "怒江、澜沧江、红河干流重点发展水电产业。", id="rivers"),
    pytest.param("230000", "依托嫩江、松花江水系发展绿色水产养殖业。", id="waters"),
    pytest.param("630000", "青海—河南特高压直流产业带动新能源装备发展。", id="another province"),
    pytest.param("650000", "阿温重点发展纺织产业。", id="short forms of two prefectures"),
    pytest.param("370000", "鲁西化工打造聚碳酸酯产业基地。", id="a firm by the compass"),
    pytest.param("370000", "在鲁西北建设蔬菜基地。", id="a part that nobody lists"),
    pytest.param("410000", "豫中打造装备制造基地。", id="a part before its verb"),
    pytest.param("320000", "打造苏宁电商产业园。", id="a firm by two provinces"),
    pytest.param("310000", "打造沪宁、沪杭创新产业带。", id="Nanjing by its short form"),
    pytest.param("430000", "打造岳长潭株衡先进制造业产业带。", id="the tail of a string"),
    pytest.param("430000", "会同有关部门培育特色产业基地。", id="together with"),
    pytest.param("410000", "加快新县域经济发展，提升食品产业。", id="a county in other words"),
    pytest.param("410000", "省领导到许昌、漯河调研食品产业集群。", id="a visit"),
    pytest.param("440000", "会议在佛山召开，研究部署家电产业集群建设。", id="a meeting"),
    pytest.param("340000", "享有“国家电缆产业基地”美誉的无为市加快发展。", id="a title before it"),
    pytest.param("210000", "辽中南重点发展冶金产业。", id="a part by the compass"),
    pytest.param(
        "150000", "内蒙古正式认定7个自治区级先进制造业集群。", id="how many a province has"
    ),
    pytest.param("440000", "广东要打造世界先进水平的先进制造业基地。", id="all of it for anything"),
    pytest.param("330000", "创建省级及以上先进制造业集群。", id="a rank and no place"),
    pytest.param("440000", "印发《韶关新能源汽车产业集群培育方案》。", id="title of a document"),
    pytest.param("360000", "支持赣州建设革命老区高质量发展示范区。", id="quality alone"),
    pytest.param("440000", "支持深圳建设中国特色社会主义先行示范区。", id="policy zone"),
    pytest.param("330600", "上虞占全市化工产业基地产值的60%。", id="share"),
    pytest.param("330000", "在浙江，循环经济让老工业基地焕发青春。", id="what is made to shine"),
    pytest.param(
        "330000", "发挥宁波、绍兴、台州的区域优势与产业核心区融合发展。", id="strengths beside"
    ),
    pytest.param("110000", "加快北京（曹妃甸）现代产业发展试验区建设。", id="bracket elsewhere"),
    pytest.param("610000", "煤炭以榆林为重点，化解过剩产能。", id="what is cut"),
    pytest.param("440000", "玩具以汕头澄海为重点开展抽检。", id="what is inspected"),
    pytest.param("330000", "打破以杭州、宁波为中心的互联网产业带格局。", id="broken up"),
    pytest.param("640000", "建设吴忠石榴籽民族团结示范区。", id="seeds of a pomegranate"),
    pytest.param("620000", "武威、张掖、酒泉分别建设葡萄基地和制种基地。", id="more than one each"),
    pytest.param("530000", "打造以澜沧江、怒江为重点的水电产业带。", id="a river beside a river"),
    pytest.param(
        "652300", "着力打造新疆丝绸之路经济带核心区。", id="the province's part of a belt"
    ),
    pytest.param("350500", "晋江童装展\n南安石材市场\n惠安石材厂", id="fair, market and works"),
    pytest.param(
        "340000", "引导社会资本加大对未来产业及先导区的支持力度。", id="support for a kind"
    ),
    pytest.param(
        "430000", "包括湘阴、汨罗的部分区域和城陵矶临港产业新区。", id="another that it takes in"
    ),
    pytest.param("450000", "构筑广西新型矿业九大经济区。", id="nine of them"),
    pytest.param("420000", "建设武汉交通走廊，打造长江生态走廊。", id="corridors of traffic"),
    pytest.param("430000", "新建医院将选址长沙和湘潭。", id="a site for no industry"),
    pytest.param("430000", "大会将布局在长沙、株洲举行。", id="a meeting"),
    pytest.param("430000", "食品博览会将选址长沙、株洲、湘潭举办。", id="a fair"),
    pytest.param("430000", "某钢铁企业原拟选址衡阳和娄底。", id="a site once thought of"),
    pytest.param("430000", "推进长沙候鸟迁徙走廊、湘潭历史文化走廊建设。", id="other corridors"),
    pytest.param(
        "430000",
        "坚持以长沙、株洲，湘潭为核心区域的大气污染联防联控走廊建设，关停水泥企业。",
        id="a corridor against smoke",
    ),
    pytest.param(
        "430000", "以广州、深圳，东莞为核心区域的电子信息产业走廊带动湖南。", id="elsewhere"
    ),
    pytest.param("500000", "万州、开州、云阳等地重点整治化工、造纸污染。", id="what is cleaned up"),
    pytest.param("500000", "长寿、涪陵重点打造煤化工招商团队。", id="who looks for firms"),
    pytest.param("330000", "公布了首批浙江省智能家居产业园区。", id="a class of zones"),
    pytest.param("330600", "绍兴茶叶种植面积达30万亩。", id="a number of all the city"),
    pytest.param("330000", "嵊州领带、诸暨袜业出口受阻。", id="sales"),
    pytest.param("330000", "抽检杭州茶叶、温州鞋类、台州水泵等产品。", id="samples"),
    pytest.param("330000", "打造杭州名医、绍兴名师、宁波名家等人才品牌。", id="brands of people"),
    pytest.param("330000", "嵊州素有“越剧之乡”之称。", id="a stage"),
    pytest.param("220000", "白山市煤矿发生安全事故。", id="an accident"),
    pytest.param("220000", "四平、公主岭在玉米领域遭受虫害。", id="pests"),
    pytest.param("220000", "与长春相比，松原汽车产业规模偏小。", id="too small"),
    pytest.param("370000", "德州、聊城在玻璃行业依法淘汰产能。", id="what is given up"),
    pytest.param("370000", "潍坊召开化工园区安全会议。", id="a meeting on safety"),
    pytest.param("370000", "青岛啤酒股份有限公司在徐州建设啤酒基地。", id="a firm elsewhere"),
    pytest.param(
        "330000", "杭州市\n医药产业下降\n宁波市\n石化产业安全隐患突出", id="bad news of cities"
    ),
    pytest.param(
        "330600", "1.诸暨市（水晶路）产业集群\n2.平湖市（非箱包）产业集群", id="brackets of streets"
    ),
    pytest.param(
        "330000",
        "第五章 纺织产业\n第五节 组织实施\n杭州、温州建设产业基地。",
        id="a section on something else",
    ),
    pytest.param("330000", "不支持金华设立综合保税区。", id="a zone refused"),
    pytest.param("330000", "支持金华设立综合保税区管理委员会。", id="who runs a zone"),
    pytest.param("330600", "新昌不是茶叶主产区。", id="what a place is not"),
    pytest.param("330000", "绍兴在轴承领域不具有良好基础。", id="where it is weak"),
    pytest.param("230000", "绥芬河在对俄贸易方面具有良好基础。", id="strong in no industry"),
    pytest.param("330000", "以嵊州、新昌等县为主，突出柑橘黄龙病防控。", id="a disease"),
    pytest.param("330000", "建设以杭州为中心，嘉兴、绍兴为支点的高铁枢纽基地。", id="trains"),
    pytest.param("330000", "茶叶消费市场重点拓展杭州、宁波等市。", id="where it is sold"),
    pytest.param("330000", "丽水、衢州重点拓展杭州市场。", id="a market"),
    pytest.param("330000", "衢州经济增长，全省打造绿色食品板块。", id="a part of the economy"),
    pytest.param("610100", "建设靖边无人机产业园。", id="another prefecture's"),
    pytest.param(
        "410100",
        "形成集中（食品工业园区）与分散（区县特色食品工业园区）相结合的格局。",
        id="across brackets",
    ),
    pytest.param("530000", "玉溪、红塔集团加强合作。", id="a firm by its district"),
    pytest.param(
        "520328",
        "5.1 茶产业\n5.1.5 基础设施\n重点布局在石莲镇、高台镇。\n",
        id="roads in a chapter of tea",
    ),
    pytest.param("420000", "宜昌市\n生物医药产业领导小组名单", id="who leads, under a name"),
    pytest.param(
        "330600", "推进黄酒产业链升级（责任单位：柯桥区、越城区人民政府，市经信局）。", id="duty"
    ),
    pytest.param("330600", "加强越城区、柯桥区印染行业废水治理。", id="waste water"),
    pytest.param("330600", "建设诸暨、嵊州220千伏输变电工程。", id="power lines"),
    pytest.param("330600", "逐步压减柯桥印染、上虞化工产能。", id="capacity cut"),
    pytest.param("330600", "诸暨市应避免与柯桥区纺织产业同质化竞争。", id="rivals"),
    pytest.param("330600", "诸暨市聚焦钢铁、水泥行业超低排放改造。", id="emissions"),
    pytest.param("330600", "诸暨市加强化工园区安全监管。", id="safety"),
    pytest.param("330600", "规模以上企业主要分布在诸暨市、柯桥区。", id="firms of a size"),
    pytest.param("330600", "在新疆阿瓦提县建设柯桥纺织产业园。", id="built elsewhere"),
    pytest.param("330600", "撤并诸暨化工产业园。", id="merged away"),
    pytest.param("330600", "诸暨市原则上不支持布局化工园区。", id="not supported"),
    pytest.param("360400", "受强降雨影响，永修县、都昌县等地农作物受灾面积3万公顷。", id="a flood"),
    pytest.param("220000", "松原市、白城市发生玉米黏虫，发生面积30万亩。", id="worms"),
    pytest.param("370600", "莱州市、招远市玉米大面积倒伏。", id="a storm"),
    pytest.param("230000", "鹤岗市、双鸭山市煤炭资源枯竭，转型任务艰巨。", id="worked out"),
    pytest.param("411600", "项城市味精厂因环保问题停产。", id="production stopped"),
    pytest.param("130600", "限制安新县、雄县发展制鞋、羽绒等产业。", id="limited behind the names"),
    pytest.param("330000", "支持萧山区、余杭区企业到外省建设生产基地。", id="firms that leave"),
    pytest.param("330000", "王某现任温岭市泵业智造小镇管委会主任。", id="a person's office"),
    pytest.param("210000", "大连市长兴岛化工园区未按规定评估，被责令整改。", id="rebuked"),
    pytest.param("120000", "20世纪80年代，天津市是自行车、手表生产基地。", id="decades ago"),
    pytest.param("360200", "景德镇市曾是日用陶瓷生产基地，如今艺术瓷增多。", id="once, then more"),
    pytest.param("510000", "宜宾市、泸州市白酒价格上涨。", id="prices"),
    pytest.param("360000", "樟树市医药产业基地、丰城市铝产业基地考核不合格。", id="failed"),
    pytest.param("350000", "有代表建议，支持晋江市建设运动鞋产业园。", id="a deputy's wish"),
    pytest.param("430000", "关于支持浏阳市建设烟花产业基地的提案已办结。", id="a motion"),
    pytest.param("350000", "宁德、莆田、漳州三地核电站应急演练完成。", id="a drill"),
    pytest.param("330000", "不再推进波音737完工和交付中心项目建设。", id="given up"),
]


@pytest.mark.parametrize(("issuer", "text"), SILENT)
def test_places_of_other_matters_make_no_claim(found: Callable, issuer: str, text: str) -> None:
    read, _ = found(text, issuer, "2021")
    assert [c.name for c in read] == []


SAID = [
    pytest.param(
        "330600",
        "诸暨、嵊州分别增长5%、6%，打造轴承基地。",
        ["诸暨", "嵊州"],
        id="numbers dealt before",
    ),
    pytest.param("330000", "引导上海企业到诸暨建设袜业产业基地。", ["诸暨"], id="firms that come"),
    pytest.param(
        "230000", "支持鹤岗市等资源枯竭城市发展石墨产业。", ["鹤岗市"], id="in spite of it"
    ),
    pytest.param("650000", "乌鲁木齐不断壮大煤化工产业集群。", ["乌鲁木齐"], id="unceasingly"),
    pytest.param("650000", "昌吉淘汰落后产能、打造煤化工产业基地。", ["昌吉"], id="in place of it"),
    pytest.param("640000", "宁东不再布局煤化工，转向发展新材料产业。", ["宁东"], id="but this"),
    pytest.param("650000", "建设昌吉不锈钢产业园。", ["昌吉不锈钢产业园"], id="in a word"),
    pytest.param("530000", "怒江、红河重点发展水电产业。", ["怒江", "红河"], id="units, no rivers"),
    pytest.param("440000", "佛山、中山打造家电产业基地。", ["佛山", "中山"], id="no mountains"),
    pytest.param("330000", "杭州临安山核桃产业蓬勃发展。", ["杭州临安"], id="goods of a place"),
    pytest.param(
        "330000", "绍兴市关停小化工，建成新材料产业基地。", ["绍兴市"], id="closed before"
    ),
    pytest.param("330000", "绍兴市关停小化工后建设新材料基地。", ["绍兴市"], id="after closing"),
    pytest.param("330000", "绍兴市没有重工业，重点发展航空产业。", ["绍兴市"], id="without others"),
    pytest.param(
        "320100",
        "江北新区曾经的化工重镇，如今打造集成电路基地。",
        ["江北新区"],
        id="once, of a zone",
    ),
    pytest.param("330000", "诸暨曾是纺织名城，现打造航空产业基地。", ["诸暨"], id="once and now"),
    pytest.param("330000", "绍兴市在停止运营的旧厂区建设航空基地。", ["绍兴市"], id="of a place"),
    pytest.param("330000", "义乌市避免同质化竞争发展小商品产业。", ["义乌市"], id="by avoiding"),
    pytest.param("330000", "传承明清文化，龙泉市打造青瓷产业基地。", ["龙泉市"], id="a style"),
    pytest.param(
        "330000", "支持舟山、宁波象山建设海洋产业基地。", ["舟山", "宁波象山"], id="no range"
    ),
    pytest.param("360000", "支持九江、赣江新区发展石化。", ["九江", "赣江新区"], id="no rivers"),
    pytest.param("440000", "支持湛江下游石化产业集群建设。", ["湛江下游石化产业集群"], id="chain"),
    pytest.param(
        "330000", "绍兴市推动纺织产业向高端转移，打造时尚产业基地。", ["绍兴市"], id="upwards"
    ),
    pytest.param("330000", "义乌市举办博览会，打造小商品产业基地。", ["义乌市"], id="the host"),
    pytest.param("330000", "缩小差距杭州市建设数字产业基地。", ["杭州市"], id="no distance"),
    pytest.param("330000", "股东与绍兴市共建纺织产业基地。", ["绍兴市"], id="no neighbour"),
    pytest.param("540000", "打造藏中南清洁能源基地。", ["藏中南清洁能源基地"], id="one listed"),
    pytest.param(
        "430000", "支持会同、芷江发展医药产业。", ["会同", "芷江"], id="a county after all"
    ),
    pytest.param("330000", "奉化工业园发展气动产业。", ["奉化工业园"], id="no chemistry"),
    pytest.param("370000", "将济南的钢铁产能搬迁至日照、临沂。", ["日照", "临沂"], id="where to"),
    pytest.param("620000", "陇东重点发展中药材产业。", ["陇东"], id="a region by the compass"),
    pytest.param(
        "510000", "宜宾是白酒主产区，贵州仁怀是酱香酒主产区。", ["宜宾"], id="ours of the two"
    ),
    pytest.param(
        "520328",
        "5.1 茶产业\n5.1.4 区域布局\n重点布局在石莲镇、高台镇。\n",
        ["石莲镇", "高台镇"],
        id="the layout of tea",
    ),
    pytest.param(
        "420000",
        "一、光电子信息产业\n武汉、宜昌为重点建设基地。",
        ["武汉", "宜昌"],
        id="what is told is no name",
    ),
    pytest.param(
        "510000",
        "川东北经济区\n打造清洁能源基地。\n攀西经济区\n培育钒钛材料产业集群。",
        ["川东北经济区", "攀西经济区"],
        id="regions above their lines",
    ),
    pytest.param(
        "520000", "在普定、金沙等地合理布局合成氨项目。", ["普定", "金沙"], id="where projects go"
    ),
    pytest.param(
        "420000", "鄂州港、黄冈港、黄石港一体化发展航运物流。", ["鄂州", "黄冈"], id="ports"
    ),
    pytest.param("530000", "玉溪市的红塔集团发展烟草产业。", ["玉溪市"], id="a firm's district"),
    pytest.param(
        "510000", "宜宾建设电池之都，与成都、自贡共建动力电池产业带。", ["宜宾"] * 2, id="partners"
    ),
    pytest.param(
        "230100", "建设木兰通河方正肉禽加工基地。", ["木兰通河方正肉禽加工基地"], id="three of one"
    ),
    pytest.param(
        "420000",
        "武汉市\n各地要建设食用菌产业基地。\n宜昌市\n打造磷化工产业集群。",
        ["食用菌产业基地", "宜昌市"],
        id="everybody below a name",
    ),
]


@pytest.mark.parametrize(("issuer", "text", "names"), SAID)
def test_what_looks_like_them_is_claimed(
    found: Callable, issuer: str, text: str, names: list[str]
) -> None:
    read, _ = found(text, issuer, "2021")
    assert [c.name for c in read] == names


@pytest.mark.parametrize(
    ("text", "industries"),
    [
        pytest.param("宜宾是白酒主产区，贵州仁怀是酱香酒主产区。", ["白酒"], id="by a carrier"),
        pytest.param("雅安盛产茶叶，阿坝盛产青稞。", ["茶叶", "青稞"], id="by a verb"),
    ],
)
def test_a_place_is_described_up_to_the_next(
    found: Callable, text: str, industries: list[str]
) -> None:
    read, _ = found(text, "510000", "2021")
    assert [c.industry for c in read] == industries


def test_a_river_in_a_list_is_no_district(found: Callable) -> None:
    read, _ = found("加快建设右江、左江甘蔗基地。", "450000", "2021")
    assert [c.basis for c in read] == ["none"]


def test_a_share_of_clusters_is_no_cluster(found: Callable) -> None:
    read, _ = found("宁波纺织企业产值9亿元，占地区产业集群产值的5%。", "330000", "2021")
    assert [c.kind for c in read] == ["city_role"]


def test_a_subject_does_not_outlive_another_one(found: Callable) -> None:
    read, _ = found("崇福镇主攻皮草，某某集团大力发展数字经济。", "330483", "2022")
    assert [(c.name, c.focus) for c in read] == [("崇福镇", ("皮草",))]


def test_news_of_a_distinction_opens_no_paragraph(found: Callable) -> None:
    text = "温岭列入全省军民融合示范区创建名单。做强现代农业，发展粮食生产。"
    read, _ = found(text, "331000", "2018")
    assert [c.industry for c in read] == ["军民融合"]


def test_a_place_named_on_the_way_does_not_speak_for_the_paragraph(found: Callable) -> None:
    text = "全市经济平稳增长。天台成为质量强市创建城市。重点发展现代农业、粮食生产。"
    read, _ = found(text, "331000", "2018")
    assert [c.name for c in read] == []


def test_a_place_that_opens_the_paragraph_speaks_on(found: Callable) -> None:
    text = "天台依托山区资源。重点发展中药材、汽车橡塑产业。"
    read, _ = found(text, "331000", "2018")
    assert [(c.name, c.focus) for c in read] == [("天台", ("中药材", "汽车橡塑"))]
