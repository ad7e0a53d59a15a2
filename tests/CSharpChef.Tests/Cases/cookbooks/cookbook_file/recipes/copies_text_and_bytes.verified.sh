content1() { printf '%s' '#!/bin/sh
echo hello
'; }
content2() { receive 86999324511ad84c69f01938832689a50bebda2d4c65061db2e73b4b0857e831 20000; }

action1() {
    title='cookbook_file[/srv/case/script.sh] create (recipes/copies_text_and_bytes.csx:1)'
    { matches "$file0_mode" "file 0755 * *" "$file0_sum" bfdeaeb08cffb6a36438bcd12dda25417e3cdd36f1e7e482a2849d539225288b ||
        file /srv/case/script.sh mode=0755 sum=bfdeaeb08cffb6a36438bcd12dda25417e3cdd36f1e7e482a2849d539225288b body=content1 old=old1; }
}

action2() {
    title='cookbook_file[/srv/case/bytes.bin] create (recipes/copies_text_and_bytes.csx:2)'
    { matches "$file1_mode" "file * * *" "$file1_sum" 86999324511ad84c69f01938832689a50bebda2d4c65061db2e73b4b0857e831 ||
        file /srv/case/bytes.bin sum=86999324511ad84c69f01938832689a50bebda2d4c65061db2e73b4b0857e831 body=content2 old=old2; }
}

action3() {
    title='cookbook_file[/srv/case/same-bytes] create (recipes/copies_text_and_bytes.csx:3)'
    { matches "$file2_mode" "file * * *" "$file2_sum" 86999324511ad84c69f01938832689a50bebda2d4c65061db2e73b4b0857e831 ||
        file /srv/case/same-bytes sum=86999324511ad84c69f01938832689a50bebda2d4c65061db2e73b4b0857e831 body=content2 old=old3; }
}
