content1() { printf '%s' 'one
two
'; }
content2() { printf '%s' 'no line end'; }
content3() { printf '%s' 'three line ends


'; }
content4() { printf '%s' 'it'\''s '\'''\'' \ "x" $y `z` %s \n
'; }
content5() { printf '%s' 'a	bc
'; }
content6() { printf '%s' 'grüezi 日本 🍳
'; }
content7() { printf '%s' ''; }

action1() {
    title='file[/srv/case/crlf] create (recipes/keeps_every_byte_of_a_text.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 6f4792b265fe72790b344fd3ef5294701d9d087bed9fce815c0f4bbad6d2ed87 ||
        file /srv/case/crlf sum=6f4792b265fe72790b344fd3ef5294701d9d087bed9fce815c0f4bbad6d2ed87 body=content1 old=old1; }
}

action2() {
    title='file[/srv/case/no-end] create (recipes/keeps_every_byte_of_a_text.csx:2)'
    { matches "$file1_mode" "file * * *" "$file1_sum" 8bda05b7f04e027a439d92693932a35fe10a287397f9973a73c03a62200ca7fe ||
        file /srv/case/no-end sum=8bda05b7f04e027a439d92693932a35fe10a287397f9973a73c03a62200ca7fe body=content2 old=old2; }
}

action3() {
    title='file[/srv/case/ends] create (recipes/keeps_every_byte_of_a_text.csx:3)'
    { matches "$file2_mode" "file * * *" "$file2_sum" 6f067a4a6640ece5d130435d22d039d4c2dd54c88aeca41d8a4a9bca1f39a25c ||
        file /srv/case/ends sum=6f067a4a6640ece5d130435d22d039d4c2dd54c88aeca41d8a4a9bca1f39a25c body=content3 old=old3; }
}

action4() {
    title='file[/srv/case/quotes] create (recipes/keeps_every_byte_of_a_text.csx:4)'
    { matches "$file3_mode" "file * * *" "$file3_sum" b40805074100217bdc69fea5af9cc8ec0b06c47c32a4070e1c0482aafa8e17bd ||
        file /srv/case/quotes sum=b40805074100217bdc69fea5af9cc8ec0b06c47c32a4070e1c0482aafa8e17bd body=content4 old=old4; }
}

action5() {
    title='file[/srv/case/control] create (recipes/keeps_every_byte_of_a_text.csx:5)'
    { matches "$file4_mode" "file * * *" "$file4_sum" 1a28bc9ff8860e0450944a019ceee9cf4da6475126da57870d9ffa3908d447d6 ||
        file /srv/case/control sum=1a28bc9ff8860e0450944a019ceee9cf4da6475126da57870d9ffa3908d447d6 body=content5 old=old5; }
}

action6() {
    title='file[/srv/case/utf8] create (recipes/keeps_every_byte_of_a_text.csx:6)'
    { matches "$file5_mode" "file * * *" "$file5_sum" 87077259d701dbeb9ad6d67040256115253555c248c8bb23dbf7793e1e714c42 ||
        file /srv/case/utf8 sum=87077259d701dbeb9ad6d67040256115253555c248c8bb23dbf7793e1e714c42 body=content6 old=old6; }
}

action7() {
    title='file[/srv/case/empty] create (recipes/keeps_every_byte_of_a_text.csx:7)'
    { matches "$file6_mode" "file * * *" "$file6_sum" e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 ||
        file /srv/case/empty sum=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 body=content7 old=old7; }
}
