File("/srv/case/app.service", f =>
{
    f.Content = "good\n";
    f.Verify = """case '{path}' in */app.service) ! grep -q bad '{path}' && sh -c 'test -s "{path}"' ;; *) false ;; esac""";
});
File("/srv/case/it's \"an\" app.conf", f =>
{
    f.Content = "good\n";
    f.Verify = "test -s '{path}'";
});
