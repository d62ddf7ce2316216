### ความหมายของแต่ละช่องในไฟล์ข้อมูล เขียนไว้ที่เดียว ใช้ทั้งในคู่มือช่องข้อมูล การเติมคำในโปรแกรมแก้ไขข้อความ
### คำอธิบายในไฟล์ใหม่ และคำแนะนำในหน้าแก้ไขผ่านเว็บ
### `.label` คือชื่อเรียกสั้น ๆ ของช่อง `.example` คือตัวอย่างสิ่งที่เขียนได้

## กลุ่มของช่อง

schema-record-partner = ภาคี
    .text = หน่วยงานในเครือข่ายเมืองแห่งการเรียนรู้
schema-record-space = แหล่งเรียนรู้
    .text = สถานที่หรือบริการออนไลน์ที่ผู้คนมาเรียนรู้ได้
schema-record-event = กิจกรรม
    .text = สิ่งที่จัดขึ้นในวันใดวันหนึ่ง ครั้งเดียวหรือจัดซ้ำก็ได้
schema-record-translation = ถ้อยคำของรายการในภาษาหนึ่ง
    .text = สิ่งที่เขียนไว้เหนือเนื้อความในไฟล์ SLUG.LANG.md ได้ ส่วนข้อเท็จจริงอยู่ในไฟล์หลักของรายการ
schema-record-page = หน้าอิสระ
    .text = สิ่งที่เขียนไว้เหนือเนื้อความของหน้าได้ แต่ละภาษามีไฟล์ของตนเอง
schema-record-site = เว็บไซต์
    .text = ข้อมูลของเมือง ภาษาที่ใช้ และที่อยู่ของเว็บไซต์
schema-record-vocabulary = คลังคำ
    .text = รหัสที่รายการต่าง ๆ ใช้ พร้อมชื่อเรียกในทุกภาษา
schema-record-holidays = วันหยุดราชการ
    .text = วันที่ของวันหยุดแต่ละวันตามปี ค.ศ. พร้อมชื่อในทุกภาษา
    .example = วันขึ้นปีใหม่
schema-record-term = คำในคลังคำ
    .text = นอกจากช่องเหล่านี้ ให้เขียนชื่อเรียกโดยใช้รหัสภาษาเป็นชื่อช่อง
schema-record-picture = รูปภาพ
    .text = รูปภาพพร้อมคำบรรยายว่าในภาพมีอะไร
schema-record-contact = ช่องทางติดต่อ
    .text = วิธีติดต่อสอบถาม
schema-record-address = ที่อยู่แบบแยกส่วน
    .text = ที่อยู่ที่แยกแต่ละส่วนเป็นช่องของตนเอง
schema-record-verified = การตรวจสอบข้อมูล
    .text = ตรวจสอบครั้งล่าสุดเมื่อใด โดยใคร และอย่างไร
schema-record-alert = ประกาศ
    .text = ประกาศสั้น ๆ ที่ด้านบนของหน้า มีวันสิ้นสุด
schema-record-source = แหล่งที่มา
    .text = ข้อมูลได้มาจากที่ใด
schema-record-ages = ช่วงอายุ
    .text = อายุของผู้ที่เหมาะจะมาใช้ นับเป็นปี
schema-record-price = ราคา
    .text = ค่าใช้จ่าย และใช้กับใคร
schema-record-booking = การจอง
    .text = ต้องจองหรือไม่ และจองอย่างไร
schema-record-place = สถานที่
    .text = สถานที่ซึ่งไม่ได้เป็นแหล่งเรียนรู้ในสารบัญนี้
schema-record-registration = การลงทะเบียน
    .text = วิธีลงทะเบียนเข้าร่วมกิจกรรม
schema-record-membership = การเป็นสมาชิก
    .text = สถานะของเมืองในเครือข่ายเมืองแห่งการเรียนรู้ระดับโลกของยูเนสโก
schema-record-map = แผนที่
    .text = ข้อมูลที่ใช้วาดแผนที่

## ทุกรายการ

schema-entry-name = ชื่อในแต่ละภาษา มีภาษาเดียวก็ได้ ภาษาที่ไม่มีจะยืมชื่อของอีกภาษามาแสดงพร้อมบอกไว้
    .label = ชื่อ
    .example = หอสมุดริมน้ำ
schema-entry-summary = คำอธิบายหนึ่งหรือสองประโยค ไม่เกิน 200 ตัวอักษร แสดงในหน้ารายการและผลการค้นหา
    .label = คำอธิบายโดยย่อ
    .example = อ่าน ยืม และนั่งทำงานริมน้ำได้ทุกวัน
schema-entry-kind = ประเภท เลือกรหัสจาก vocabulary.yaml
    .label = ประเภท
schema-entry-aliases = ชื่ออื่น ชื่อย่อ และคำที่มักสะกดผิด ผู้ที่ค้นด้วยคำเหล่านี้จะพบรายการนี้
    .label = ชื่ออื่น
    .example = ห้องสมุดเมือง
schema-entry-themes = เรื่องที่เรียนรู้ได้ เลือกรหัสจาก vocabulary.yaml
    .label = หัวข้อการเรียนรู้
schema-entry-building-blocks = องค์ประกอบของเมืองแห่งการเรียนรู้ตามยูเนสโกที่เกี่ยวข้อง เลือกจาก 1 ถึง 6
    .label = องค์ประกอบของเมืองแห่งการเรียนรู้
schema-entry-sdgs = เป้าหมายการพัฒนาที่ยั่งยืนที่เกี่ยวข้อง เลือกจาก 1 ถึง 17
    .label = เป้าหมายการพัฒนาที่ยั่งยืน
schema-entry-image = ภาพที่ด้านบนของหน้า ไฟล์อยู่ในโฟลเดอร์ของรายการหรือใน media/
    .label = ภาพหลัก
schema-entry-gallery = ภาพอื่น ๆ
    .label = ภาพเพิ่มเติม
schema-entry-contact = โทรศัพท์ อีเมล เว็บไซต์ และช่องทางติดต่ออื่น
    .label = ช่องทางติดต่อ
schema-entry-address = ที่อยู่ เขียนเป็นข้อความเดียวหรือแยกเป็นส่วนก็ได้
    .label = ที่อยู่
    .example = 1 ถนนริมน้ำ
schema-entry-location = ละติจูดแล้วตามด้วยลองจิจูด เป็นองศาทศนิยมแบบเดียวกับที่โปรแกรมแผนที่แสดง
    .label = ตำแหน่งบนแผนที่
schema-entry-verified = วันที่มีผู้ตรวจสอบข้อมูลครั้งล่าสุด ถ้าทำได้ให้บอกด้วยว่าตรวจอย่างไรและโดยหน่วยงานใด
    .label = ตรวจสอบล่าสุด
schema-entry-alert = ประกาศสั้น ๆ ที่ด้านบนของหน้า เช่น ปิดชั่วคราว จะหายไปเองเมื่อพ้นวันที่กำหนด
    .label = ประกาศ
schema-entry-consent = ใส่ yes เมื่อบุคคลที่ระบุชื่อไว้ยินยอมให้เผยแพร่ชื่อ ถ้าระบุชื่อบุคคลต้องมีช่องนี้
    .label = บุคคลยินยอมให้เผยแพร่ชื่อ
schema-entry-sources = ที่มาของข้อมูล เป็นที่อยู่เว็บหรือชื่อเอกสาร
    .label = แหล่งที่มา
schema-entry-former = ชื่อเดิมในที่อยู่เว็บของรายการนี้ เพื่อให้ลิงก์เก่ายังใช้ได้
    .label = ชื่อเดิมในที่อยู่เว็บ
schema-entry-draft = ใส่ yes ระหว่างที่ยังเขียนไม่เสร็จ รายการจะยังไม่ขึ้นเว็บไซต์
    .label = ฉบับร่าง
schema-entry-status = ถ้าเป็น closed หน้าจะยังอยู่พร้อมข้อความแจ้ง แต่ไม่แสดงในหน้ารายการและการค้นหา
    .label = สถานะ
schema-entry-partners = ภาคีที่ดูแล ใส่ชื่อไฟล์ของภาคี
    .label = ดูแลโดย
schema-entry-audiences = กลุ่มผู้เรียน เลือกรหัสจาก vocabulary.yaml
    .label = กลุ่มผู้เรียน
schema-entry-ages = ช่วงอายุที่เหมาะ นับเป็นปี จะใส่เพียงด้านเดียวก็ได้
    .label = ช่วงอายุ
schema-entry-fee = ใส่ free (ไม่เสียค่าใช้จ่าย) donation (ตามศรัทธา) หรือรายการราคา
    .label = ค่าใช้จ่าย
schema-entry-languages = ภาษาที่ใช้พูดคุยกันที่นั่น ใส่รหัสภาษา เช่น th คือไทย en คืออังกฤษ tts คืออีสาน
    .label = ภาษาที่ใช้

## ภาคี

schema-partner-abbreviation = ชื่อย่อ
    .label = ชื่อย่อ
    .example = หสน.
schema-partner-roles = บทบาทในเครือข่าย
    .label = บทบาท
schema-partner-joined = วันที่เข้าร่วมเครือข่าย
    .label = เข้าร่วมเมื่อ
schema-partner-logo = ตราสัญลักษณ์ ไฟล์อยู่ในโฟลเดอร์ของรายการหรือใน media/
    .label = ตราสัญลักษณ์

## แหล่งเรียนรู้

schema-space-part-of = แหล่งเรียนรู้ที่รายการนี้เป็นส่วนหนึ่ง ใส่ชื่อไฟล์ของแหล่งเรียนรู้นั้น
    .label = เป็นส่วนหนึ่งของ
schema-space-district = อำเภอที่ตั้ง เลือกรหัสจาก vocabulary.yaml ต้องระบุ เว้นแต่เป็นบริการออนไลน์
    .label = อำเภอ
schema-space-hours = เวลาเปิดของแต่ละวันตามเวลาท้องถิ่น ถ้าเวลาปิดมาก่อนเวลาเปิดหมายถึงเลยเที่ยงคืน จะเขียนเป็นกฎ opening_hours ของ OpenStreetMap แทนก็ได้
    .label = เวลาเปิด
schema-space-hours-note = รายละเอียดเพิ่มเติมที่ช่องเวลาเปิดบอกไม่ได้
    .label = หมายเหตุเรื่องเวลา
    .example = ปิดทำความสะอาดทุกวันศุกร์สุดท้ายของเดือน
schema-space-booking = ต้องจองหรือไม่ และจองที่ใด
    .label = การจอง
schema-space-access = สิ่งที่ช่วยให้ทุกคนใช้สถานที่ได้ ใส่เฉพาะที่รู้แน่ สิ่งที่ไม่ได้ใส่จะแสดงว่าไม่มีข้อมูล
    .label = การเข้าถึง
schema-space-amenities = สิ่งอำนวยความสะดวก เลือกรหัสจาก vocabulary.yaml
    .label = สิ่งอำนวยความสะดวก
schema-space-capacity = จำนวนคนที่รองรับได้
    .label = รองรับได้ (คน)
schema-space-online = ใส่ yes ถ้าเป็นบริการออนไลน์ ซึ่งไม่ต้องระบุอำเภอ
    .label = ออนไลน์
schema-space-transport = การเดินทาง
    .label = การเดินทาง
    .example = เดินจากสถานีขนส่งห้านาที

## กิจกรรม

schema-event-starts = เริ่มเมื่อใดตามเวลาท้องถิ่น ใส่วันที่ หรือวันที่พร้อมเวลา
    .label = เริ่ม
schema-event-ends = สิ้นสุดเมื่อใด ถ้าใส่เพียงวันที่ให้นับวันนั้นด้วย
    .label = สิ้นสุด
schema-event-all-day = ใส่ yes ถ้าจัดทั้งวัน หากใส่เพียงวันที่โดยไม่มีเวลา จะถือว่าทั้งวันอยู่แล้ว
    .label = ทั้งวัน
schema-event-repeats = กฎการจัดซ้ำตาม RFC 5545 เช่น FREQ=WEEKLY;BYDAY=SA;UNTIL=20270331 คือทุกวันเสาร์จนถึงวันนั้น
    .label = จัดซ้ำ
schema-event-except = วันที่งดจัด
    .label = งดจัดวันที่
schema-event-also = วันที่จัดเพิ่มในเวลาเดียวกัน
    .label = จัดเพิ่มวันที่
schema-event-event-status = สถานะของกิจกรรม ถ้ายกเลิก หน้าจะยังอยู่ และปฏิทินที่ผู้คนติดตามไว้จะแสดงว่ายกเลิก
    .label = สถานะ
schema-event-previous-start = กำหนดการเดิม ถ้าเลื่อนไปวันใหม่แล้ว
    .label = กำหนดการเดิม
schema-event-space = แหล่งเรียนรู้ที่จัด ใส่ชื่อไฟล์ของแหล่งเรียนรู้ ไม่ต้องใส่ถ้ามีช่อง place แล้ว
    .label = จัดที่
schema-event-place = สถานที่จัดซึ่งไม่ได้เป็นแหล่งเรียนรู้ในสารบัญนี้ ไม่ต้องใส่ถ้ามีช่อง space แล้ว
    .label = จัดที่อื่น
schema-event-online-url = ที่อยู่เว็บสำหรับเข้าร่วมออนไลน์
    .label = เข้าร่วมออนไลน์
schema-event-partners = ภาคีที่จัด ใส่ชื่อไฟล์ของภาคี
    .label = จัดโดย
schema-event-registration = วิธีลงทะเบียน
    .label = การลงทะเบียน

## ไฟล์ของผู้แปล และหน้าอิสระ

schema-translation-name = ชื่อในภาษาของไฟล์นี้ ถ้าในไฟล์หลักยังไม่มี
    .label = ชื่อ
    .example = หอสมุดริมน้ำ
schema-translation-summary = คำอธิบายโดยย่อในภาษาของไฟล์นี้ ถ้าในไฟล์หลักยังไม่มี
    .label = คำอธิบายโดยย่อ
    .example = อ่าน ยืม และนั่งทำงานริมน้ำได้ทุกวัน
schema-page-title = ชื่อหน้า
    .label = ชื่อหน้า
    .example = เกี่ยวกับเรา
schema-page-order = ลำดับของหน้า ตัวเลขน้อยมาก่อน อ่านจากไฟล์ของภาษาหลัก
    .label = ลำดับ
schema-page-summary = คำอธิบายหนึ่งหรือสองประโยคสำหรับผลการค้นหา
    .label = คำอธิบายโดยย่อ
    .example = ใครดูแลสารบัญนี้ และติดต่อเราได้อย่างไร

## site.yaml

schema-site-title = ชื่อเว็บไซต์
    .label = ชื่อเว็บไซต์
    .example = เมืองตัวอย่างแห่งการเรียนรู้
schema-site-format = รุ่นของรูปแบบที่ใช้เขียนเนื้อหา ถ้าไม่ใส่คือรุ่นแรก
    .label = รุ่นของรูปแบบ
schema-site-tagline = คำขวัญหนึ่งบรรทัดใต้ชื่อ
    .label = คำขวัญ
    .example = ทั้งเมืองคือห้องเรียน
schema-site-base-url = ที่อยู่ของเว็บไซต์ ขึ้นต้นด้วย https:// จะอยู่ใต้เว็บไซต์อื่นก็ได้
    .label = ที่อยู่เว็บ
schema-site-languages = ภาษาของเว็บไซต์ ใส่รหัสภาษา ภาษาแรกคือภาษาหลัก
    .label = ภาษา
schema-site-formats = รูปแบบวันที่และตัวเลขของแต่ละภาษา
    .label = รูปแบบวันที่และตัวเลข
schema-site-time-zone = เขตเวลาที่ใช้กับเวลาทั้งหมด ใส่ชื่อตาม IANA
    .label = เขตเวลา
schema-site-membership = สถานะของเมืองในเครือข่ายของยูเนสโก
    .label = การเป็นสมาชิก
schema-site-theme = ชื่อโฟลเดอร์ใน themes/
    .label = ธีม
    .example = default
schema-site-translation = เมื่อขาดคำแปลให้ทำอย่างไร
    .label = เมื่อขาดคำแปล
schema-site-review-after = ข้อมูลที่ตรวจแล้วใช้ได้นานเท่าใด นับเป็น days (วัน) weeks (สัปดาห์) months (เดือน) หรือ years (ปี) ถ้านานเกินสองเท่าถือว่าเก่า
    .label = ตรวจซ้ำทุก
schema-site-centre = กลางแผนที่ ละติจูดแล้วตามด้วยลองจิจูด
    .label = กลางแผนที่
schema-site-bounds = มุมตะวันตกเฉียงใต้และมุมตะวันออกเฉียงเหนือของเมือง ถ้าตำแหน่งใดอยู่นอกกรอบจะมีคำเตือน
    .label = กรอบของเมือง
schema-site-licence = สัญญาอนุญาตของข้อมูลเปิด เช่น CC-BY-4.0
    .label = สัญญาอนุญาต
    .example = CC-BY-4.0
schema-site-map = ข้อมูลที่ใช้วาดแผนที่ ไม่ใส่เลยก็ได้
    .label = แผนที่
schema-site-contact = ช่องทางติดต่อผู้ดูแลเว็บไซต์
    .label = ช่องทางติดต่อ
schema-site-corrections = ช่องทางให้ประชาชนแจ้งข้อมูลผิด โปรแกรมจะแทนค่า {"{kind}"} {"{slug}"} {"{lang}"} และ {"{url}"} ให้
    .label = แจ้งข้อมูลผิด
    .example = mailto:hello@city.example?subject={"{slug}"}
schema-site-navigation = หมวดในเมนู และหน้าอิสระโดยใส่ชื่อไฟล์
    .label = เมนู
    .example = spaces

## vocabulary.yaml

schema-vocabulary-partner-kinds = ประเภทของภาคี
    .label = ประเภทของภาคี
    .example = โรงเรียน
schema-vocabulary-space-kinds = ประเภทของแหล่งเรียนรู้ จะระบุชนิดตาม schema.org ในช่อง schema ด้วยก็ได้
    .label = ประเภทของแหล่งเรียนรู้
    .example = ห้องสมุด
schema-vocabulary-event-kinds = ประเภทของกิจกรรม
    .label = ประเภทของกิจกรรม
    .example = อบรมเชิงปฏิบัติการ
schema-vocabulary-themes = เรื่องที่เรียนรู้ได้ จะระบุเป้าหมายการพัฒนาที่ยั่งยืนในช่อง sdg ด้วยก็ได้
    .label = หัวข้อการเรียนรู้
    .example = การอ่านและการเขียน
schema-vocabulary-districts = อำเภอหรือเขตของเมือง
    .label = อำเภอ
    .example = อำเภอเมือง
schema-vocabulary-audiences = กลุ่มผู้เรียน
    .label = กลุ่มผู้เรียน
    .example = ครอบครัว
schema-vocabulary-amenities = สิ่งอำนวยความสะดวกที่สถานที่อาจมี
    .label = สิ่งอำนวยความสะดวก
    .example = ไวไฟ
schema-term-summary = ความหมายของคำนี้ในหนึ่งประโยค
    .label = คำอธิบายโดยย่อ
    .example = ทุกเรื่องเกี่ยวกับการอ่านและการเขียน
schema-term-schema = ชนิดตาม schema.org
    .label = ชนิดตาม schema.org
    .example = Library
schema-term-sdg = เป้าหมายการพัฒนาที่ยั่งยืนที่เกี่ยวข้อง เลือกจาก 1 ถึง 17
    .label = เป้าหมายการพัฒนาที่ยั่งยืน

## ส่วนย่อยของรายการ

schema-picture-file = ชื่อไฟล์ ซึ่งอยู่ในโฟลเดอร์ของรายการหรือใน media/
    .label = ไฟล์
schema-picture-alt = ในภาพมีอะไร สำหรับผู้ที่มองไม่เห็นภาพ
    .label = คำบรรยายภาพ
    .example = ผู้อ่านนั่งที่โต๊ะยาวริมหน้าต่าง
schema-picture-credit = ผู้สร้างภาพ
    .label = ภาพโดย
    .example = หอสมุดเมือง
schema-picture-licence = เงื่อนไขการนำภาพไปใช้
    .label = สัญญาอนุญาต
    .example = CC-BY-4.0
schema-contact-phone = หมายเลขโทรศัพท์ เขียนแบบที่ใช้กันทั่วไปได้ทุกแบบ
    .label = โทรศัพท์
schema-contact-email = อีเมล
    .label = อีเมล
schema-contact-website = เว็บไซต์ของหน่วยงานหรือสถานที่
    .label = เว็บไซต์
schema-contact-line = บัญชีไลน์
    .label = ไลน์
schema-contact-facebook = หน้าเฟซบุ๊ก
    .label = เฟซบุ๊ก
schema-contact-person = ผู้ที่ติดต่อได้ ถ้าเป็นบุคคลทั่วไปต้องได้รับความยินยอมก่อน ดูช่อง consent
    .label = ผู้ติดต่อ
    .example = บรรณารักษ์เวร
schema-address-line = บ้านเลขที่ ซอย ถนน
    .label = บ้านเลขที่และถนน
    .example = 1 ถนนริมน้ำ
schema-address-subdistrict = ตำบลหรือแขวง
    .label = ตำบล
    .example = ในเมือง
schema-address-district = อำเภอ เลือกรหัสจาก vocabulary.yaml
    .label = อำเภอ
schema-address-province = จังหวัด
    .label = จังหวัด
    .example = จังหวัดตัวอย่าง
schema-address-postcode = รหัสไปรษณีย์
    .label = รหัสไปรษณีย์
schema-verified-on = วันที่ตรวจสอบ
    .label = วันที่
schema-verified-by = ผู้ตรวจสอบ ใส่ชื่อหน่วยงานจะดีกว่าชื่อบุคคล
    .label = โดย
    .example = กองการศึกษา
schema-verified-method = วิธีตรวจสอบ
    .label = วิธี
schema-alert-text = ข้อความประกาศ เขียนสั้น ๆ
    .label = ข้อความ
    .example = ปิดปรับปรุงชั่วคราว
schema-alert-until = วันสุดท้ายที่แสดงประกาศ
    .label = ถึงวันที่
schema-source-title = ชื่อแหล่งที่มา
    .label = ชื่อ
    .example = รายงานประจำปีของหอสมุด
schema-source-url = ที่อยู่เว็บของแหล่งที่มา
    .label = ที่อยู่เว็บ
schema-ages-from = อายุต่ำสุด นับเป็นปี
    .label = ตั้งแต่
schema-ages-to = อายุสูงสุด นับเป็นปี
    .label = ถึง
schema-price-amount = จำนวนเงิน ใส่เฉพาะตัวเลข
    .label = จำนวนเงิน
schema-price-currency = รหัสสกุลเงินตาม ISO 4217 ถ้าไม่ใส่หมายถึงบาท
    .label = สกุลเงิน
schema-price-for = ราคานี้ใช้กับใคร
    .label = สำหรับ
    .example = ผู้ใหญ่
schema-booking-required = ใส่ yes ถ้าต้องจองก่อนจึงจะเข้าได้
    .label = ต้องจองก่อน
schema-booking-url = ที่อยู่เว็บสำหรับจอง
    .label = ที่อยู่เว็บ
schema-booking-phone = หมายเลขโทรศัพท์สำหรับจอง
    .label = โทรศัพท์
schema-place-name = ชื่อสถานที่
    .label = ชื่อ
    .example = ตลาดเก่า
schema-place-address = ที่อยู่ของสถานที่
    .label = ที่อยู่
    .example = 2 ถนนตลาด
schema-place-location = ละติจูดแล้วตามด้วยลองจิจูด เป็นองศาทศนิยม
    .label = ตำแหน่งบนแผนที่
schema-registration-url = ที่อยู่เว็บสำหรับลงทะเบียน
    .label = ที่อยู่เว็บ
schema-registration-phone = หมายเลขโทรศัพท์สำหรับลงทะเบียน
    .label = โทรศัพท์
schema-registration-opens = เปิดรับลงทะเบียนเมื่อใด
    .label = เปิดรับ
schema-registration-closes = ปิดรับลงทะเบียนเมื่อใด ถ้าใส่เพียงวันที่ให้นับวันนั้นด้วย
    .label = ปิดรับ
schema-registration-seats = จำนวนที่นั่ง
    .label = จำนวนที่นั่ง
schema-membership-since = วันที่เป็นสมาชิก
    .label = ตั้งแต่
schema-membership-text = ข้อความหนึ่งประโยคเกี่ยวกับการเป็นสมาชิก
    .label = ข้อความ
    .example = สมาชิกเครือข่ายเมืองแห่งการเรียนรู้ระดับโลกของยูเนสโก
schema-map-outline = ไฟล์ GeoJSON ที่มีเส้นขอบเขตของเมือง
    .label = เส้นขอบเขต
schema-map-tiles = ที่อยู่ของเซิร์ฟเวอร์แผนที่ เบราว์เซอร์จะติดต่อเมื่อผู้ใช้กดขอดูแผนที่เท่านั้น
    .label = ภาพแผนที่
schema-map-attribution = ผู้จัดทำแผนที่
    .label = แผนที่โดย
    .example = © ผู้ร่วมสร้าง OpenStreetMap

## คำที่กำหนดไว้

schema-word-active = เปิดตามปกติ
schema-word-temporarily-closed = ปิดชั่วคราว จะเปิดอีก
schema-word-closed = ปิดถาวร
schema-word-scheduled = จัดตามกำหนด
schema-word-cancelled = ยกเลิก
schema-word-postponed = เลื่อนออกไปโดยยังไม่มีกำหนดใหม่
schema-word-rescheduled = เปลี่ยนวันแล้ว
schema-word-full = จัดตามกำหนด ที่นั่งเต็มแล้ว
schema-word-signatory = ผู้ลงนามความร่วมมือ
schema-word-coordinator = ผู้ประสานงาน
schema-word-supporter = ผู้สนับสนุนทุนหรือคำปรึกษา
schema-word-host = ผู้เปิดสถานที่ให้ใช้
schema-word-visit = ไปดูที่สถานที่จริง
schema-word-phone = โทรศัพท์สอบถาม
schema-word-partner = ภาคียืนยัน
schema-word-web = ดูจากเว็บไซต์
schema-word-fallback = แสดงข้อความของอีกภาษาแทนและบอกไว้
schema-word-required = ถือเป็นข้อผิดพลาด
schema-word-free = ไม่เสียค่าใช้จ่าย
schema-word-donation = ตามศรัทธา

## ลักษณะของค่า

schema-shape-line = ข้อความ
schema-shape-translated = ข้อความแยกตามภาษา
schema-shape-bool = yes (ใช่) หรือ no (ไม่ใช่)
schema-shape-integer = จำนวนเต็ม { $min } ถึง { $max }
schema-shape-amount = จำนวนเงิน
schema-shape-date = วันที่
schema-shape-moment = วันที่ หรือวันที่พร้อมเวลา
schema-shape-period = ระยะเวลา
schema-shape-id = รหัสในหมวด { $part }
schema-shape-reference = ชื่อไฟล์ของรายการใน { $kind }/
schema-shape-slug = ชื่อที่ใช้ตัวอักษร a–z ตัวเลข และขีดกลาง
schema-shape-word = คำใดคำหนึ่ง: { $choices }
schema-shape-url = ที่อยู่เว็บ
schema-shape-email = อีเมล
schema-shape-phone = หมายเลขโทรศัพท์
schema-shape-line-id = บัญชีไลน์
schema-shape-facebook = หน้าเฟซบุ๊ก
schema-shape-postcode = รหัสไปรษณีย์
schema-shape-currency = รหัสสกุลเงิน ISO 4217
schema-shape-language = รหัสภาษาตาม BCP 47
schema-shape-locale = รูปแบบวันที่และตัวเลขของ Unicode
schema-shape-time-zone = เขตเวลาตาม IANA
schema-shape-location = [ละติจูด, ลองจิจูด]
schema-shape-bounds = มุมสองมุม
schema-shape-file = ไฟล์ในโฟลเดอร์ข้อมูล
schema-shape-hours = เวลาแยกตามวัน หรือกฎ
schema-shape-recurrence = กฎตาม RFC 5545
schema-shape-fee = free หรือ donation หรือรายการราคา
schema-shape-address = ข้อความแยกตามภาษา หรือแยกเป็นส่วน
schema-shape-verified = วันที่ หรือช่องย่อย
schema-shape-citation = ที่อยู่เว็บ หรือช่องย่อย
schema-shape-list = รายการของ{ $item }
schema-shape-record = ช่องย่อย
schema-shape-per-language = ค่าแยกตามภาษา
schema-shape-access = ค่า { $levels } ของ { $features }
schema-shape-terms = รหัสและชื่อเรียก

## คู่มือช่องข้อมูล

schema-reference-title = คู่มือช่องข้อมูล
schema-reference-made = สร้างจากนิยามในโปรแกรม (`src/model/schema.rs` และ `locales/`) ไม่ต้องแก้ไขไฟล์นี้เอง
schema-reference-required = จำเป็น
schema-reference-parts = ช่องย่อย
schema-reference-field = ช่อง
schema-reference-value = ค่า
schema-reference-meaning = ความหมาย
schema-reference-example = ตัวอย่าง
schema-reference-words = คำที่ใช้ได้
schema-codes-title = สิ่งที่โปรแกรมตรวจพบ
schema-codes-text = สิ่งที่ตรวจพบแต่ละข้อมีรหัสตามตารางนี้ เครื่องหมาย … แทนค่าที่มาจากไฟล์ของคุณ
schema-codes-code = รหัส
schema-codes-finding = ข้อความ
schema-codes-expected = สิ่งที่ควรเขียน
schema-help-title = คำสั่งของโปรแกรม

## ไฟล์ใหม่

schema-new-heading = กรอกสิ่งที่รู้ บรรทัดที่ขึ้นต้นด้วย “# ” เป็นเพียงคำอธิบาย
schema-new-optional = บรรทัดที่ขึ้นต้นด้วย “#” ติดกับชื่อช่องคือตัวอย่าง ลบเครื่องหมาย # ออกแล้วเขียนค่าของคุณเอง
# $files (Text): ชื่อไฟล์เนื้อความของแต่ละภาษา
schema-new-prose = เนื้อความยาวที่มีหัวข้อและรูปภาพ ให้เขียนแยกไว้ในไฟล์ข้าง ๆ ไฟล์นี้: { $files }
schema-new-choices = มีให้เลือก
schema-new-guessed = ค่านี้ใส่ไว้แทนก่อน โปรดแก้ให้ตรงกับความจริง
schema-new-page-text = เขียนเนื้อความของหน้าที่นี่

## หน้าแก้ไขผ่านเว็บ

schema-cms-made = สร้างด้วยคำสั่ง nakhon cms จากนิยามของข้อมูล เมื่อแก้คลังคำแล้วให้สั่งสร้างใหม่
schema-cms-slug = ชื่อในที่อยู่เว็บ ใช้เหมือนกันทุกภาษา ใส่ตัวอักษร a-z ตัวเลข และขีดกลาง
schema-cms-body = เนื้อความ
    .hint = เขียนแบบ Markdown ถ้าเขียน [[spaces/city-library]] จะกลายเป็นลิงก์พร้อมชื่อรายการ
schema-cms-days = วัน (mon … sun, mon-fri, holidays)
schema-cms-times = เวลา (09:00-16:30, closed)
