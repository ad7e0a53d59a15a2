content1() { printf '%s' '1
'; }
content2() { printf '%s' '2
'; }
content3() { printf '%s' '3
'; }
content4() { printf '%s' '4
'; }
content5() { printf '%s' '5
'; }
content6() { printf '%s' '6
'; }
content7() { printf '%s' '7
'; }

action1() {
    title='file[/srv/case/with space] create (recipes/accepts_special_characters_in_a_path.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865 ||
        file '/srv/case/with space' sum=4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865 body=content1 old=old1; }
}

action2() {
    title='file[/srv/case/it'\''s "quoted" $HOME `id`] create (recipes/accepts_special_characters_in_a_path.csx:2)'
    { matches "$file1_mode" "file * * *" "$file1_sum" 53c234e5e8472b6ac51c1ae1cab3fe06fad053beb8ebfd8977b010655bfdd3c3 ||
        file '/srv/case/it'\''s "quoted" $HOME `id`' sum=53c234e5e8472b6ac51c1ae1cab3fe06fad053beb8ebfd8977b010655bfdd3c3 body=content2 old=old2; }
}

action3() {
    title='file[/srv/case/two lines] create (recipes/accepts_special_characters_in_a_path.csx:3)'
    file '/srv/case/two
lines' sum=1121cfccd5913f0a63fec40a6ffd44ea64f9dc135c66634ba001d10bcf4302a2 body=content3 old=old3
}

action4() {
    title='file[/srv/case/ünïcödé-日本] create (recipes/accepts_special_characters_in_a_path.csx:4)'
    { matches "$file2_mode" "file * * *" "$file2_sum" 7de1555df0c2700329e815b93b32c571c3ea54dc967b89e81ab73b9972b72d1d ||
        file '/srv/case/ünïcödé-日本' sum=7de1555df0c2700329e815b93b32c571c3ea54dc967b89e81ab73b9972b72d1d body=content4 old=old4; }
}

action5() {
    title='file[/srv/case/-dash] create (recipes/accepts_special_characters_in_a_path.csx:5)'
    { matches "$file3_mode" "file * * *" "$file3_sum" f0b5c2c2211c8d67ed15e75e656c7862d086e9245420892a7de62cd9ec582a06 ||
        file /srv/case/-dash sum=f0b5c2c2211c8d67ed15e75e656c7862d086e9245420892a7de62cd9ec582a06 body=content5 old=old5; }
}

action6() {
    title='file[/srv/case/back\slash] create (recipes/accepts_special_characters_in_a_path.csx:6)'
    file '/srv/case/back\slash' sum=06e9d52c1720fca412803e3b07c4b228ff113e303f4c7ab94665319d832bbfb7 body=content6 old=old6
}

action7() {
    title='file[/srv/case/glob*?[a]] create (recipes/accepts_special_characters_in_a_path.csx:7)'
    { matches "$file4_mode" "file * * *" "$file4_sum" 10159baf262b43a92d95db59dae1f72c645127301661e0a3ce4e38b295a97c58 ||
        file '/srv/case/glob*?[a]' sum=10159baf262b43a92d95db59dae1f72c645127301661e0a3ce4e38b295a97c58 body=content7 old=old7; }
}
