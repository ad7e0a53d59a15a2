content1() { printf '%s' 'no
'; }

action1() {
    title='file[/srv/case/no/such/file] create (recipes/refuses_a_folder_that_does_not_exist.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 564739ea8fa5926d4fa5c9734fed462061960a22e6b8d5c06e94969d97891bf2 ||
        file /srv/case/no/such/file sum=564739ea8fa5926d4fa5c9734fed462061960a22e6b8d5c06e94969d97891bf2 body=content1 old=old1; }
}
