
action1() {
    title='directory[/srv/case/plain] create (recipes/sets_permissions_down_to_the_special_bits.csx:1)'
    { matches "$path0_mode" "directory 0755 * *" ||
        directory /srv/case/plain mode=0755; }
}

action2() {
    title='directory[/srv/case/setgid] create (recipes/sets_permissions_down_to_the_special_bits.csx:2)'
    { matches "$path1_mode" "directory 2775 * *" ||
        directory /srv/case/setgid mode=2775; }
}

action3() {
    title='directory[/srv/case/owned] create (recipes/sets_permissions_down_to_the_special_bits.csx:3)'
    { matches "$path2_mode" "directory * $owner0_uid $group0_gid" ||
        directory /srv/case/owned owner=daemon group=adm; }
}
