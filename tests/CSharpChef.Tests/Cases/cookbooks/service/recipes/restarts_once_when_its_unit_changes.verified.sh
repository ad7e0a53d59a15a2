content1() { printf '%s' '[Unit]
Description=changed
[Service]
ExecStart=/bin/sleep infinity
ExecReload=/bin/true
[Install]
WantedBy=multi-user.target
'; }
content2() { printf '%s' 'changed
'; }

action1() {
    title='file[/etc/systemd/system/case.service] create (recipes/restarts_once_when_its_unit_changes.csx:2)'
    notifies_later=3
    { matches "$file0_mode" "file * * *" "$file0_sum" 3c767ae6c8a3d1f4fac5bea3cd6c84db377ab1ad1164ff6a3be12f206b446bc5 ||
        file /etc/systemd/system/case.service sum=3c767ae6c8a3d1f4fac5bea3cd6c84db377ab1ad1164ff6a3be12f206b446bc5 body=content1 old=old1; }
}

action2() {
    title='file[/srv/case.conf] create (recipes/restarts_once_when_its_unit_changes.csx:7)'
    notifies_later=3
    { matches "$file1_mode" "file * * *" "$file1_sum" 7f8b1dfc466b6249f06cbe55c9174df2578e7754da793fded244ef5cba2a38f1 ||
        file /srv/case.conf sum=7f8b1dfc466b6249f06cbe55c9174df2578e7754da793fded244ef5cba2a38f1 body=content2 old=old2; }
}

action3() {
    title='service[case] restart (recipes/restarts_once_when_its_unit_changes.csx:1)'
    service case restarted "$unit0_answer"
}
