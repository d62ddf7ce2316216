greeting = สวัสดี
