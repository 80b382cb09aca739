"""What a count counts by in Chinese: a measure word, or a noun that does without one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

# The measure words of business prose, and the nouns that are counted without one.
_CLASSIFIERS = (
    "家 座 个 名 人 位 项 种 款 件 块 伙 台 辆 架 艘 套 间 所 处 条 张 份 部 只 隻 头 匹 股 户 笔 宗 起 例 次 届 场 轮 站 档 枚 颗 "
    "支 片 本 册 篇 首 批 组 队 层 栋 幢 亩 棵 株 根 桶 箱 袋 瓶 盒 包 车 列 班 门 类 口 票 手 席 页 字 点 枝 道 段 杯 粒 滴 "
    "朵 顶 副 对 双 面 床 尾 盏 卷 幅 具 捆 罐 桌 村 店 厂 港 机 船 员 针 剂 单 榜 步 "
    "句 坪 回 人次 人份 架次 车次 辆次 班次 班列 航班 标箱 标准箱 车位 床位 席位 泊位 股东 公司 企业 员工 机构 客户 用户 国家 "
    "城市 省份 地区 省市 门店 店铺 网点 岗位 职位 专利 毕业生 学生 订单 基站 充电桩 项目 品牌 型号 小区 社区 村庄 学校 医院 "
    "基金 工厂 商品 商户 商家 会员 粉丝 读者 患者 病例 样本 航线 游客 旅客 乘客 观众 选手 运动员 农户 农民 工人 职工 "
    "人口 居民 家庭 股民 投资者 经销商 供应商 开发者 司机 骑手 场次 单位 交易日 工作日"
)
# A classifier before one of these is the first half of another word: 3点钟, 个股, 人民币, 股市.
_OTHER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "个": "性体股案亿万",
        "人": "民均工机力才气生寿造脸形道权为选",
        "位": "于列居置",
        "伙": "伴食同计",
        "名": "义单下称胜为声优气额",
        "点": "钟半整评播赞击名子缀燃心出明状到",
        "手": "机续段术表法里中游动册",
        "股": "市价票息权指民本灾",
        "面": "临对积向试",
        "机": "会制票关遇动组型电场器",
        "车": "企型市间展载牌",
        "口": "岸碑径罩味感号红",
        "单": "日月季价一纯身独边品项元",
        "店": "面长主内里",
        "港": "元币股交铁圆资府警媒珠",
        "船": "舶厂东级长",
        "票": "房价据面决",
        "道": "口路琼歉理德指",
        "字": "节体符号眼",
        "起": "步来点飞诉因初伏源到草价拍售码亚至",
        "组": "成织建合装件",
        "类": "似比别",
        "次": "级贷日年新月要品高于",
        "条": "件例款约码",
        "门": "槛市框将",
        "场": "所景地均外内馆合面域",
        "部": "门分署委长件位落",
        "首": "次席日发批家个届富都付创先单期",
        "包": "括含装裹揽围容销办",
        "列": "入为出席表举示",
        "支": "付持出撑行配招援",
        "本": "次年月周金地土季期公身质息币",
        "批": "准复评量示判",
        "处": "于理罚在置境分方",
        "所": "有得以属在谓需持示占获述称致",
        "户": "均外籍型主",
        "款": "项式待",
        "间": "接隔断歇",
        "台": "湾北币股资商企面账积风",
        "头": "部寸衔号脑",
        "片": "面区段酬方",
        "架": "构设空",
        "站": "稳在上立",
        "轮": "胎动换值岗毂",
        "段": "时",
        "步": "入行伐",
        "回": "升落购报暖调收款归撤",
        "对": "于此外比应象手标",
        "班": "子倒",
        "席": "卷",
        "页": "岩面",
    }
)


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for word in sorted(set(_CLASSIFIERS.split()), key=len, reverse=True):
        table.setdefault(word[0], []).append(word)
    return table


def beginnings() -> frozenset[str]:
    """The characters with which a classifier can begin."""
    return frozenset(_table())


def classifier_at(text: str, position: int) -> str | None:
    """The classifier or counted noun that begins at `position`, or None."""
    candidates = _table().get(text[position : position + 1])
    if candidates is None:
        return None
    for word in candidates:
        if text.startswith(word, position):
            following = text[position + len(word) : position + len(word) + 1]
            return None if following and following in _OTHER_WORDS.get(word, "") else word
    return None
