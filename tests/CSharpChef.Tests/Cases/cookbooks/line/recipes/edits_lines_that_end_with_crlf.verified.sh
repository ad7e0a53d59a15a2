content1() { printf '%s' 'Port 22
host=a
# BEGIN case
x
# END case
last
added
# BEGIN more
y
# END more
'; }

action1() {
    title='line[/srv/case/win.ini] ensure (recipes/edits_lines_that_end_with_crlf.csx:1)'
    { equals "$line0_edit" none ||
        line /srv/case/win.ini 'host=a' old=old1; }
}

action2() {
    title='line[/srv/case/win.ini] ensure (recipes/edits_lines_that_end_with_crlf.csx:2)'
    line /srv/case/win.ini x block=case old=old2
}

action3() {
    title='line[/srv/case/win.ini] ensure (recipes/edits_lines_that_end_with_crlf.csx:3)'
    { equals "$line1_edit" none ||
        line /srv/case/win.ini 'Port 22' match='^Port [0-9]$' old=old3; }
}

action4() {
    title='line[/srv/case/win.ini] ensure (recipes/edits_lines_that_end_with_crlf.csx:4)'
    { equals "$line2_edit" none ||
        line /srv/case/win.ini added old=old4; }
}

action5() {
    title='line[/srv/case/win.ini] ensure (recipes/edits_lines_that_end_with_crlf.csx:5)'
    line /srv/case/win.ini y block=more old=old5
}

action6() {
    title='file[/srv/case/win.ini] create (recipes/edits_lines_that_end_with_crlf.csx:6)'
    { matches "$file0_mode" "file * * *" "$file0_sum" a05175218c4c19c87736342e4c701e4613e118a763bc7ff4a0e489f1e1d03c8b ||
        file /srv/case/win.ini sum=a05175218c4c19c87736342e4c701e4613e118a763bc7ff4a0e489f1e1d03c8b body=content1 old=old6; }
}

action7() {
    title='line[/srv/case/unix.ini] remove (recipes/edits_lines_that_end_with_crlf.csx:7)'
    { equals "$line3_edit" none ||
        line /srv/case/unix.ini 'Port 1' old=old7 gone; }
}
