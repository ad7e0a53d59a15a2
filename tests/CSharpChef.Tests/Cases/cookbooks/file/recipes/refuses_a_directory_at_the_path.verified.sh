content1() { printf '%s' 'no
'; }

action1() {
    title='file[/srv/case/folder] create (recipes/refuses_a_directory_at_the_path.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 564739ea8fa5926d4fa5c9734fed462061960a22e6b8d5c06e94969d97891bf2 ||
        file /srv/case/folder sum=564739ea8fa5926d4fa5c9734fed462061960a22e6b8d5c06e94969d97891bf2 body=content1 old=old1; }
}

action2() {
    title='log[not reached] write (recipes/refuses_a_directory_at_the_path.csx:2)'
    :
}
