content1() { printf '%s' 'port = 8080
family = debian
host = a
host = b
'; }

action1() {
    title='template[/srv/case/app.conf] create (recipes/fills_in_variables_and_facts.csx:1)'
    { matches "$file0_mode" "file 0640 * *" "$file0_sum" 1c7adb1588e379a1c8fae5560a223b8445b6f32ca22e6c735ffd2417023937e9 ||
        file /srv/case/app.conf mode=0640 sum=1c7adb1588e379a1c8fae5560a223b8445b6f32ca22e6c735ffd2417023937e9 body=content1 old=old1; }
}
