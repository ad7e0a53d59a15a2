using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Dependencies;

[WholeSuite]
public sealed class PublishTests : DependencyTests
{
    private readonly FolderFeed feed = new();

    public PublishTests() => Cookbooks.With("nuget.config", feed.Config);

    public override void Dispose()
    {
        feed.Dispose();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_published_package_is_a_dependency_with_the_same_files()
    {
        Cookbooks.With("tools/cookbook.json", """{ "version": "1.2.0", "dependencies": { "extra": { "nuget": "Extra", "version": ">= 1, < 2" } } }""")
            .With("tools/recipes/default.csx", "Log(1);").With("tools/bin/x", "").With("tools/tests/x.cs", "").With("tools/.git/config", "")
            .With("tools/files/bin/x", "").With("tools/files/.bashrc", "").With("tools/tools.1.0.0.nupkg", "")
            .With("tools/cookbook.lock.json", "{}");
        feed.With("Extra", "1.0.0", ("x", ""));

        (await PublishAsync("tools", "--source", $"{feed.Folder}/feed", "--id", "Acme.Tools")).Exits(0)
            .Prints("Acme.Tools.1.2.0 published to ");

        using (var package = ZipFile.OpenRead($"{feed.Folder}/feed/Acme.Tools.1.2.0.nupkg"))
        {
            Assert.Equal(
                ["cookbook/cookbook.json", "cookbook/files/.bashrc", "cookbook/files/bin/x", "cookbook/recipes/default.csx"],
                package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("cookbook/")).Order());
            using var text = new StreamReader(package.GetEntry("Acme.Tools.nuspec")!.Open());
            Assert.Contains("<dependency id=\"Extra\" version=\"[1.0.0, 2.0.0)\"", await text.ReadToEndAsync(Ct));
        }

        Directory.Delete(Cookbooks["tools"], recursive: true);
        Depend("""{ "tools": { "nuget": "Acme.Tools" } }""");
        Assert.Equal(["+ extra 1.0.0", "+ tools 1.2.0"], (await InstallAsync()).Changes.Order());
        Assert.Equal(["extra", "tools", "web"], Used());
    }

    [Theory]
    [InlineData("""{ "dependencies": [] }""", "the cookbook has no version: give it one")]
    [InlineData("""{ "version": "1", "dependencies": { "near": "../near" } }""", "a package cannot depend on the folder ../near")]
    [InlineData("""{ "version": "1", "dependencies": { "near": { "git": "../near" } } }""", "a package cannot depend on the folder ../near, which its users do not have")]
    public async Task A_cookbook_that_cannot_be_a_package_is_refused(string manifest, string expected)
    {
        Cookbooks.With("tools/cookbook.json", manifest);

        (await CommandLine.RunAsync("cookbook", "pack", "--path", Cookbooks["tools"], "-o", Cookbooks["out"])).Exits(3)
            .Prints(expected);
        Assert.False(Directory.Exists(Cookbooks["out"]) && Directory.EnumerateFiles(Cookbooks["out"]).Any());
    }

    [Fact]
    public async Task A_published_tag_is_a_dependency_at_its_commit()
    {
        Repository.Git("init", "--quiet", "--bare", "shared.git");
        using var work = new GitRepository();
        work.With("base/cookbook.json", """{ "version": "1.2.0" }""").Commit();
        work.Git("remote", "add", "origin", Path.Combine(Repository.Folder, "shared.git"));

        var config = File.ReadAllText(Path.Combine(work.Folder, ".git/config"));

        (await PublishAsync(Path.Combine(work.Folder, "base"), "--git", "origin")).Exits(0)
            .Prints("base-v1.2.0 published to origin");

        Depend("""{ "base": { "git": "REPO/shared.git", "tag": "base-v1.2.0" } }""");
        Assert.Equal([$"+ base 1.2.0, commit {work.Head}"], (await InstallAsync()).Changes);
        Assert.Equal(config, File.ReadAllText(Path.Combine(work.Folder, ".git/config")));

        var published = work.Head;
        work.Git("tag", "-d", "base-v1.2.0");
        work.With("base/a.txt", "").Commit();
        (await PublishAsync(Path.Combine(work.Folder, "base"), "--git", Path.Combine(Repository.Folder, "shared.git"))).Exits(3)
            .Prints($"the tag base-v1.2.0 exists already, at commit {published}: raise the version in cookbook.json");
        work.With("base/new.txt", "");
        (await PublishAsync(Path.Combine(work.Folder, "base"), "--git", "origin")).Exits(3)
            .Prints("has changes that are not committed");
    }

    [Theory]
    [InlineData("clone", "--quiet", "--depth=1")]
    [InlineData("worktree", "add", "--quiet", "--detach")]
    public async Task A_tag_is_published_from_a_shallow_clone_and_from_a_second_working_tree(params string[] command)
    {
        Repository.With("base/cookbook.json", """{ "version": "1.2.0" }""").Commit().Commit();
        var other = Cookbooks["other"];
        string[] from = command[0] == "clone" ? [$"file://{Repository.Folder}", other] : [other];
        Repository.Git([.. command, .. from]);
        Repository.Git("clone", "--quiet", "--bare", ".", "shared.git");
        var shared = Path.Combine(Repository.Folder, "shared.git");

        (await PublishAsync(Path.Combine(other, "base"), "--git", shared)).Exits(0).Prints("base-v1.2.0 published to ");

        Assert.Equal(Repository.Head, Repository.Git("-C", shared, "rev-parse", "base-v1.2.0"));
    }

    [Fact]
    public async Task A_repository_without_the_history_that_a_shallow_clone_lacks_gets_no_tag()
    {
        Repository.With("base/cookbook.json", """{ "version": "1.2.0" }""").Commit().Commit();
        Repository.Git("clone", "--quiet", "--depth=1", $"file://{Repository.Folder}", Cookbooks["clone"]);
        Repository.Git("init", "--quiet", "--bare", "empty.git");
        var empty = Path.Combine(Repository.Folder, "empty.git");

        (await PublishAsync("clone/base", "--git", empty)).Exits(3).Prints("get it with git fetch --unshallow");

        Assert.Equal("", Repository.Git("-C", empty, "tag", "--list"));
    }

    [Fact]
    public async Task Changes_are_noticed_also_where_a_link_leads_to_the_repository()
    {
        Repository.With("base/cookbook.json", """{ "version": "1.2.0" }""").Commit();
        Repository.With("base/cookbook.json", """{ "version": "1.3.0" }""");
        Directory.CreateSymbolicLink(Cookbooks["link"], Repository.Folder);

        (await PublishAsync("link/base", "--git", Repository.Folder)).Exits(3).Prints("has changes that are not committed");
    }

    [Theory]
    [InlineData("base", "base/cookbook.json")]
    [InlineData("*.secret.csx", "base/recipes/a.secret.csx")]
    public async Task A_file_of_the_cookbook_that_git_ignores_is_named(string ignored, string file)
    {
        Repository.With(".gitignore", ignored).With("base/cookbook.json", """{ "version": "1.2.0" }""")
            .With("base/recipes/a.secret.csx", "").Commit();

        (await PublishAsync(Path.Combine(Repository.Folder, "base"), "--git", Repository.Folder)).Exits(3)
            .Prints($"{file} is not in the last commit, since Git ignores it");
    }

    [Fact]
    public async Task A_repository_without_commits_and_a_name_that_no_tag_can_have_are_refused()
    {
        Repository.With("my web/cookbook.json", """{ "version": "1.2.0" }""").With("base/cookbook.json", """{ "version": "1" }""");

        (await PublishAsync(Path.Combine(Repository.Folder, "base"), "--git", Repository.Folder)).Exits(3)
            .Prints("has no commit: commit the cookbook first");
        (await PublishAsync(Path.Combine(Repository.Folder, "my web"), "--git", Repository.Folder)).Exits(3)
            .Prints("\"my web-v1.2.0\" cannot be the name of a tag of Git");
    }

    [Fact]
    public async Task The_path_of_a_remote_begins_at_the_repository_and_an_unknown_name_lists_the_remotes()
    {
        Repository.With("cookbooks/base/cookbook.json", """{ "version": "1.2.0" }""").Commit();
        Repository.Git("init", "--quiet", "--bare", ".git/shared.git");
        Repository.Git("remote", "add", "origin", ".git/shared.git");
        var cookbook = Path.Combine(Repository.Folder, "cookbooks/base");

        (await PublishAsync(cookbook, "--git", "orign")).Exits(3)
            .Prints("has no remote \"orign\": did you mean \"origin\"? (it has origin). Name a remote, a URL or a path");
        (await PublishAsync(cookbook, "--git", "http://127.0.0.1:1/x.git")).Exits(4)
            .Prints("http://127.0.0.1:1/x.git cannot be pushed to: ");
        (await PublishAsync(cookbook, "--git", "origin")).Exits(0).Prints("base-v1.2.0 published to origin");
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("a b")]
    public async Task An_id_that_no_package_can_have_is_refused_and_leaves_no_file(string id)
    {
        Cookbooks.With("tools/cookbook.json", """{ "version": "1" }""");

        (await CommandLine.RunAsync(
            "cookbook", "pack", "--path", Cookbooks["tools"], "-o", Cookbooks["out"], "--id", id)).Exits(2)
            .Prints($"\"{id}\" cannot be the id of a package");
        Assert.Empty(Directory.GetFiles(Cookbooks.Root, "*nupkg*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_publication_needs_one_place() =>
        (await PublishAsync("tools")).Exits(2).Prints("name where to publish, with --source for a feed or with --git");

    private Task<CommandOutcome> PublishAsync(string path, params string[] arguments) =>
        CommandLine.RunAsync(["cookbook", "publish", "--path", Path.Combine(Cookbooks.Root, path), .. arguments]);

    [Fact]
    public async Task A_publication_that_ends_at_its_time_limit_leaves_no_files()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        Cookbooks.With("tools/cookbook.json", """{ "version": "1.0.0" }""").With("temp/x", "").With("nuget.config", $"""
            <configuration><packageSources><clear />
              <add key="silent" value="http://{silent.LocalEndpoint}/index.json" allowInsecureConnections="true" />
            </packageSources></configuration>
            """);
        using var tool = new Tool { Variables = { ["TMPDIR"] = Cookbooks["temp"] } };

        (await tool.RunAsync(
            "cookbook", "publish", "--path", Cookbooks["tools"], "--source", "silent", "--timeout", "1s")).Exits(4)
            .Prints("Publishing tools took longer than 1 s");

        Assert.Empty(Directory.GetDirectories(Cookbooks["temp"], "csharpchef-*"));
    }
}
