c1() { printf '%s' 'one
two
'; }
c2() { printf '%s' 'no line end'; }
c3() { printf '%s' 'three line ends


'; }
c4() { printf '%s' 'it'\''s '\'''\'' \ "x" $y `z` %s \n
'; }
c5() { printf '%s' 'a	bc
'; }
c6() { printf '%s' 'grüezi 日本 🍳
'; }
c7() { printf '%s' ''; }

u1() {
    title='file[/srv/case/crlf] create (recipes/keeps_every_byte_of_a_text.csx:1)'
    { fits "$f0" "8??? * *" "$s0" 6f4792b265fe72790b344fd3ef5294701d9d087bed9fce815c0f4bbad6d2ed87 ||
        file /srv/case/crlf sum=6f4792b265fe72790b344fd3ef5294701d9d087bed9fce815c0f4bbad6d2ed87 body=c1 old=o1; }
}

u2() {
    title='file[/srv/case/no-end] create (recipes/keeps_every_byte_of_a_text.csx:2)'
    { fits "$f1" "8??? * *" "$s1" 8bda05b7f04e027a439d92693932a35fe10a287397f9973a73c03a62200ca7fe ||
        file /srv/case/no-end sum=8bda05b7f04e027a439d92693932a35fe10a287397f9973a73c03a62200ca7fe body=c2 old=o2; }
}

u3() {
    title='file[/srv/case/ends] create (recipes/keeps_every_byte_of_a_text.csx:3)'
    { fits "$f2" "8??? * *" "$s2" 6f067a4a6640ece5d130435d22d039d4c2dd54c88aeca41d8a4a9bca1f39a25c ||
        file /srv/case/ends sum=6f067a4a6640ece5d130435d22d039d4c2dd54c88aeca41d8a4a9bca1f39a25c body=c3 old=o3; }
}

u4() {
    title='file[/srv/case/quotes] create (recipes/keeps_every_byte_of_a_text.csx:4)'
    { fits "$f3" "8??? * *" "$s3" b40805074100217bdc69fea5af9cc8ec0b06c47c32a4070e1c0482aafa8e17bd ||
        file /srv/case/quotes sum=b40805074100217bdc69fea5af9cc8ec0b06c47c32a4070e1c0482aafa8e17bd body=c4 old=o4; }
}

u5() {
    title='file[/srv/case/control] create (recipes/keeps_every_byte_of_a_text.csx:5)'
    { fits "$f4" "8??? * *" "$s4" 1a28bc9ff8860e0450944a019ceee9cf4da6475126da57870d9ffa3908d447d6 ||
        file /srv/case/control sum=1a28bc9ff8860e0450944a019ceee9cf4da6475126da57870d9ffa3908d447d6 body=c5 old=o5; }
}

u6() {
    title='file[/srv/case/utf8] create (recipes/keeps_every_byte_of_a_text.csx:6)'
    { fits "$f5" "8??? * *" "$s5" 87077259d701dbeb9ad6d67040256115253555c248c8bb23dbf7793e1e714c42 ||
        file /srv/case/utf8 sum=87077259d701dbeb9ad6d67040256115253555c248c8bb23dbf7793e1e714c42 body=c6 old=o6; }
}

u7() {
    title='file[/srv/case/empty] create (recipes/keeps_every_byte_of_a_text.csx:7)'
    { fits "$f6" "8??? * *" "$s6" e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 ||
        file /srv/case/empty sum=e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 body=c7 old=o7; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?' f1='?' s1='?' f2='?' s2='?' f3='?' s3='?' f4='?' s4='?' f5='?' s5='?' f6='?' s6='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case/crlf /srv/case/no-end /srv/case/ends /srv/case/quotes /srv/case/control /srv/case/utf8 /srv/case/empty
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
run 2
run 3
run 4
run 5
run 6
run 7
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
