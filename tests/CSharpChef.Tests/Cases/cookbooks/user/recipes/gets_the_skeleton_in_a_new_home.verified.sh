
action1() {
    title='user[ann] create (recipes/gets_the_skeleton_in_a_new_home.csx:1)'
    { matches "$user0_account" '[0-9]*':'*':'*':'*':'*' ||
        user ann manage; }
}

action2() {
    title='line[/home/ann/.profile] ensure (recipes/gets_the_skeleton_in_a_new_home.csx:2)'
    { equals "$line0_edit" none ||
        line /home/ann/.profile 'export MODE=test' old=old1; }
}

action3() {
    title='file[/home/ann/.bash_logout] create (recipes/gets_the_skeleton_in_a_new_home.csx:3)'
    { matches "$file0_mode" "file 0600 * *" ||
        file /home/ann/.bash_logout mode=0600; }
}

action4() {
    title='file[/home/ann/.bashrc] create (recipes/gets_the_skeleton_in_a_new_home.csx:4)'
    { matches "$file1_mode" "file * $owner0_uid *" ||
        file /home/ann/.bashrc owner=ann; }
}

action5() {
    title='file[/home/ann/other] create (recipes/gets_the_skeleton_in_a_new_home.csx:5)'
    { matches "$file2_mode" "file * $owner0_uid *" ||
        file /home/ann/other owner=ann; }
}
