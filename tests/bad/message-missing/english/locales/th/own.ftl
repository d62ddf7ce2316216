# ใช้ในแม่แบบ
home = หน้าแรก
listings-own = รายการ
