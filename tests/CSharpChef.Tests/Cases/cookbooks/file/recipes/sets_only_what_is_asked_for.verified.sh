
action1() {
    title='file[/srv/case/a.conf] create (recipes/sets_only_what_is_asked_for.csx:1)'
    { matches "$file0_mode" "file 0640 $owner0_uid $group0_gid" ||
        file /srv/case/a.conf mode=0640 owner=daemon group=adm; }
}
