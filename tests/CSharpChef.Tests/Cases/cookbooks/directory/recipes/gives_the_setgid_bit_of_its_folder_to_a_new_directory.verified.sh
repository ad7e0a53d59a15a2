
action1() {
    title='directory[/srv/case/new] create (recipes/gives_the_setgid_bit_of_its_folder_to_a_new_directory.csx:1)'
    { matches "$path0_mode" "directory * * *" ||
        directory /srv/case/new; }
}

action2() {
    title='directory[/srv/case/new] create (recipes/gives_the_setgid_bit_of_its_folder_to_a_new_directory.csx:2)'
    { matches "$path0_mode" "directory 2755 * $group0_gid" ||
        directory /srv/case/new mode=2755 group=mail; }
}

action3() {
    title='directory[/srv/case/one/two] create (recipes/gives_the_setgid_bit_of_its_folder_to_a_new_directory.csx:7)'
    { matches "$path1_mode" "directory * * *" ||
        directory /srv/case/one/two recursive; }
}

action4() {
    title='directory[/srv/case/one] create (recipes/gives_the_setgid_bit_of_its_folder_to_a_new_directory.csx:8)'
    { matches "$path2_mode" "directory 2755 * $group0_gid" ||
        directory /srv/case/one mode=2755 group=mail; }
}

action5() {
    title='directory[/srv/case/plain] create (recipes/gives_the_setgid_bit_of_its_folder_to_a_new_directory.csx:13)'
    { matches "$path3_mode" "directory 0750 * *" ||
        directory /srv/case/plain mode=0750; }
}

action6() {
    title='file[/srv/case/new/file] create (recipes/gives_the_setgid_bit_of_its_folder_to_a_new_directory.csx:14)'
    { matches "$file0_mode" "file * * *" ||
        file /srv/case/new/file; }
}

action7() {
    title='file[/srv/case/new/file] create (recipes/gives_the_setgid_bit_of_its_folder_to_a_new_directory.csx:15)'
    { matches "$file0_mode" "file * * $group0_gid" ||
        file /srv/case/new/file group=mail; }
}
