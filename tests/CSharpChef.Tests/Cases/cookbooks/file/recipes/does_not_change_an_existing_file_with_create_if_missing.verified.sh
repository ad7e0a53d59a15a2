content1() { printf '%s' 'fresh
'; }

action1() {
    title='file[/srv/case/seen] create_if_missing (recipes/does_not_change_an_existing_file_with_create_if_missing.csx:1)'
    file /srv/case/seen mode=0600 sum=02db0d2659c9d48bc15f81a388594fc0e3cf4c780fdc27ea21e0671afc37de19 body=content1 old=old1 once
}

action2() {
    title='file[/srv/case/missing] create_if_missing (recipes/does_not_change_an_existing_file_with_create_if_missing.csx:7)'
    file /srv/case/missing mode=0600 sum=02db0d2659c9d48bc15f81a388594fc0e3cf4c780fdc27ea21e0671afc37de19 body=content1 old=old2 once
}

action3() {
    title='file[/srv/case/link] create_if_missing (recipes/does_not_change_an_existing_file_with_create_if_missing.csx:13)'
    file /srv/case/link sum=02db0d2659c9d48bc15f81a388594fc0e3cf4c780fdc27ea21e0671afc37de19 body=content1 old=old3 once
}
