"""What made-up articles are made of: the parts of names, and the sentences of relations and figures, each with a place for two names."""

CHARACTERS = "昉晗煜琛珩璟瑄钧铎锴镕澍沅浔湜溯淇瀚泓洵桓楷梓栩榕槿樾翎翊翰骏骁鸢鸿鹭麒岚岱峤峻嵘崧巍昶旻晟曜朗钰铭鑫锐隆泰恒瑞祥盛昌裕丰茂荣康宁"
TRADES = "精密机械 智能装备 生物医药 新材料 半导体 信息技术 光电 新能源 环保 物流 食品 纺织".split()
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章"
WARES = "机器人 检测仪 传感器 控制器 电池包 数控机床 影像系统 减速机 激光器 压缩机 芯片 无人机".split()
METHODS = "焊接工艺 成像算法 封装技术 涂层工艺 控制算法 检测方法 储能技术 回收工艺".split()
BRANCHES = "设备 服务 制造 材料 软件 零部件".split()
OFFICES = "发展和改革局 商务局 科学技术局 经济和信息化局".split()
POSTS = "董事长 总经理 副总经理 总工程师 首席科学家 研发总监 市场总监 厂长 主任 局长 秘书长 项目经理".split()
ORDINALS = "一二三四五"
COMPARATORS = ("exactly", "exactly", "exactly", "approximately", "moreThan", "atLeast")

RELATIONS = (
    ("Company", "exhibits", "Product", "在展台上，{}展出了新一代{}，吸引了不少观众。"),
    ("Company", "produces", "Product", "{}已经量产{}，订单排到了明年。"),
    ("Company", "develops", "Technology", "据介绍，{}历时三年研发出{}。"),
    ("Company", "headquarteredIn", "City", "{}总部位于{}。"),
    ("Company", "locatedIn", "District", "{}的新工厂建在{}，上月投产。"),
    ("Company", "exhibitsAt", "FairEdition", "{}亮相{}。"),
    ("Company", "cooperatesWith", "Company", "{}与{}将在研发上合作。"),
    ("Company", "signsContractWith", "Company", "{}与{}签订了采购协议。"),
    ("Company", "investsIn", "Company", "{}投资了{}。"),
    ("Company", "acquires", "Company", "{}宣布收购{}。"),
    ("Company", "suppliesTo", "Company", "{}向{}供应零部件。"),
    ("Company", "subsidiaryOf", "Company", "{}是{}的子公司。"),
    ("Company", "respondsTo", "Policy", "{}响应{}，调整了产线。"),
    ("Company", "focusesOn", "Industry", "{}长期深耕{}领域。"),
    ("Person", "affiliatedWith", "Company", "记者采访了{}，他在{}工作多年。"),
    ("Person", "holdsPosition", "Position", "{}担任{}一职。"),
    ("Product", "usesTechnology", "Technology", "{}采用了{}。"),
    ("Product", "appliedIn", "Industry", "{}已应用于{}领域。"),
    ("GovernmentBody", "issues", "Policy", "{}印发了{}。"),
    ("GovernmentBody", "organises", "FairEdition", "{}主办了{}。"),
    ("FairEdition", "editionOf", "Fair", "{}是{}规模最大的一届。"),
    ("FairEdition", "heldIn", "City", "{}在{}举行。"),
    ("FairEdition", "heldAt", "Venue", "{}设在{}。"),
    ("Company", "foundedOn", "", "{}成立于{}。"),
    ("Policy", "issuedOn", "", "{}发布于{}。"),
    ("FairEdition", "startDate", "", "{}于{}开幕。"),
)
SINGLE = {
    "headquarteredIn", "subsidiaryOf", "affiliatedWith", "holdsPosition", "editionOf", "heldIn", "heldAt", "foundedOn",
    "issuedOn", "startDate",
}  # fmt: skip
MEASURES = (
    ("Company", "营业收入", "元"), ("Company", "净利润", "元"), ("Company", "员工", "人"), ("Company", "产能", "台"),
    ("Product", "销量", "台"), ("Product", "出口额", "元"), ("FairEdition", "观众", "人次"),
    ("FairEdition", "参展企业", "家"), ("City", "产业规模", "元"), ("City", "规上企业", "家"),
)  # fmt: skip
CAST = {
    "Company": 4, "Person": 2, "Product": 3, "Technology": 1, "Industry": 1, "Position": 2, "City": 1, "District": 1,
    "FairEdition": 1, "Fair": 1, "Venue": 1, "Policy": 1, "GovernmentBody": 1,
}  # fmt: skip
