/** Passwords that pass the rule of kinds and are guessed first all the same; small letters, compared without case. */
export const guessedPasswords: ReadonlySet<string> = new Set(
  `p@ssw0rd p@ssw0rd1 p@ssw0rd! p@ssw0rd123 p@ssword1 passw0rd passw0rd! passw0rd1 password1 password1! password123
password@123 password!1 admin123 admin@123 admin123! admin@1234 admin@2024 admin@2025 admin@2026 admin#123 admin888
administrator1 root@123 root1234 test1234 test@123 user@123 guest@123 welcome1 welcome@123 welcome123 changeme1
changeme@1 letmein1 abc12345 abc123456 abc@1234 abc@12345 abc@123456 abcd1234 abcd@1234 abc123!@# a1234567 a12345678
aa123456 aa123456! aa@123456 aa12345678 a123456! a@123456 qwer1234 qwer@1234 qwer1234! qwerty123 qwerty1! qwerty@123
1qaz2wsx 1qaz@wsx 1qaz!qaz !qaz2wsx zaq12wsx zaq1@wsx q1w2e3r4 q1w2e3r4! 1q2w3e4r 1q2w3e4r! asdf1234 asdf@1234
zxcv1234 zxcvbnm1 iloveyou1 woaini520 woaini1314 woaini@520 china123 china@123 zhongguo1 zhongguo@1 dangjian1
dangjian123 dangjian@123 dangyuan1 dangyuan@123 zhibu123 zhibu@123 zuzhibu1 zuzhibu@123 xianwei@123 gcd19210701
gcd@1921 dang@1921 huawei@123 huawei12#$ cisco@123 oracle@123 system@123 manager@123 sunshine1 monkey123 dragon123
superman1 888888aa aaa111!! abc!@#123 123qwe!@# 123456aa! 123456abc 123456a! 12345678a 1234qwer 1234qwer! 123abc!@#
woshi@123 nihao123 nihao@123 xiaoguanjia1 steward1 steward@123`.split(/\s+/),
)
