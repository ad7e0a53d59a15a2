
action1() {
    title='directory[/srv/case/a/b] create (recipes/makes_missing_parents_when_recursive.csx:1)'
    { matches "$path0_mode" "directory 0750 $owner0_uid *" ||
        directory /srv/case/a/b mode=0750 owner=daemon recursive; }
}
