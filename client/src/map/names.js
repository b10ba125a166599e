// Short names of the areas that the map draws, by the first two digits of their code (GB/T 2260): English, simplified, traditional.

import { language } from "../common/page.js";

const NAMES = {
  11: ["Beijing", "北京", "北京"],
  12: ["Tianjin", "天津", "天津"],
  13: ["Hebei", "河北", "河北"],
  14: ["Shanxi", "山西", "山西"],
  15: ["Inner Mongolia", "内蒙古", "內蒙古"],
  21: ["Liaoning", "辽宁", "遼寧"],
  22: ["Jilin", "吉林", "吉林"],
  23: ["Heilongjiang", "黑龙江", "黑龍江"],
  31: ["Shanghai", "上海", "上海"],
  32: ["Jiangsu", "江苏", "江蘇"],
  33: ["Zhejiang", "浙江", "浙江"],
  34: ["Anhui", "安徽", "安徽"],
  35: ["Fujian", "福建", "福建"],
  36: ["Jiangxi", "江西", "江西"],
  37: ["Shandong", "山东", "山東"],
  41: ["Henan", "河南", "河南"],
  42: ["Hubei", "湖北", "湖北"],
  43: ["Hunan", "湖南", "湖南"],
  44: ["Guangdong", "广东", "廣東"],
  45: ["Guangxi", "广西", "廣西"],
  46: ["Hainan", "海南", "海南"],
  50: ["Chongqing", "重庆", "重慶"],
  51: ["Sichuan", "四川", "四川"],
  52: ["Guizhou", "贵州", "貴州"],
  53: ["Yunnan", "云南", "雲南"],
  54: ["Xizang", "西藏", "西藏"],
  61: ["Shaanxi", "陕西", "陝西"],
  62: ["Gansu", "甘肃", "甘肅"],
  63: ["Qinghai", "青海", "青海"],
  64: ["Ningxia", "宁夏", "寧夏"],
  65: ["Xinjiang", "新疆", "新疆"],
  71: ["Taiwan", "台湾", "臺灣"],
  81: ["Hong Kong", "香港", "香港"],
  82: ["Macao", "澳门", "澳門"],
};

/** The name of an area in the language of the page. */
export function named(code) {
  return NAMES[code.slice(0, 2)][Math.max(0, ["en", "zh-Hans", "zh-Hant"].indexOf(language))];
}
