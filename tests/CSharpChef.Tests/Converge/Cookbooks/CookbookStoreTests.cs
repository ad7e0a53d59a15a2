using CSharpChef.Converge.Cookbooks;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Cookbooks;

public sealed class CookbookStoreTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("nginx", "nginx", "default")]
    [InlineData("nginx::configure", "nginx", "configure")]
    public void A_run_list_item_names_a_cookbook_and_a_recipe(string text, string cookbook, string recipe) =>
        Assert.Equal(new RunListItem(cookbook, recipe), RunListItem.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("::x")]
    [InlineData("a::")]
    [InlineData("a::b::c")]
    [InlineData("../a")]
    public void A_text_that_is_not_the_name_of_a_recipe_is_refused(string text) =>
        Assert.Contains(
            "is not the name of a recipe", Assert.Throws<RecipeException>(() => RunListItem.Parse(text)).Message);

    [Fact]
    public void The_error_for_an_unknown_cookbook_names_the_folders_searched_and_a_similar_name()
    {
        cookbooks.With("nginx/recipes/default.csx", "");

        var error = Assert.Throws<RecipeException>(
            () => new CookbookStore([cookbooks.Root, "/nowhere/at/all"]).Get("ngnix"));

        Assert.Equal(
            $"there is no cookbook \"ngnix\" in {cookbooks.Root} or /nowhere/at/all (which does not exist): did you mean \"nginx\"?",
            error.Message);
    }

    [Fact]
    public void The_error_for_an_unknown_recipe_lists_the_recipes_of_the_cookbook()
    {
        cookbooks.With("web/recipes/default.csx", "").With("web/recipes/deploy.csx", "");

        var error = cookbooks.CompileError("web::deplyo");

        Assert.Contains("no recipe \"deplyo\": did you mean \"deploy\"? (it has default, deploy", error.Message);
    }

    [Fact]
    public void The_error_for_a_cookbook_without_recipes_names_the_file_to_write()
    {
        cookbooks.With("web/README.md", "");

        Assert.Contains(
            $"has no recipes: write the first one to {cookbooks["web"]}/recipes/default.csx",
            cookbooks.CompileError("web").Message);
    }

    [Fact]
    public void A_cookbook_comes_from_the_first_folder_that_has_it()
    {
        using var second = new CookbookFolder();
        cookbooks.With("web/recipes/one.csx", "");
        second.With("web/recipes/two.csx", "").With("db/recipes/default.csx", "");

        var store = new CookbookStore([cookbooks.Root, second.Root]);

        Assert.Equal(["one"], store.Get("web").Recipes);
        Assert.Equal(["db", "web"], store.Names);
    }

    [Theory]
    [InlineData("""{ "name": "" }""", "1:3: \"\" cannot be the name of a cookbook")]
    [InlineData("""{ "name": "a b" }""", "\"a b\" cannot be the name of a cookbook")]
    [InlineData("""{ "name": "\ud800" }""", "1:11: this text is not made of whole Unicode characters")]
    [InlineData("""{ "\udc00": 1 }""", "1:3: this text is not made of whole Unicode characters")]
    [InlineData("""{ "version": "\u001b[2J" }""", "\"?[2J\" is not a version")]
    [InlineData("""{ "platforms": [ 1 ] }""", "1 is not a platform")]
    public void A_manifest_that_names_nothing_usable_is_refused(string manifest, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<RecipeException>(() => new CookbookStore(
                [cookbooks.With("web/cookbook.json", manifest).Root]).Get("web")).Message);

    [Theory]
    [InlineData("""{ "lock": "1" }""")]
    [InlineData("""{ "lock": null }""")]
    [InlineData("""{ "lock": 1.5 }""")]
    public void A_lock_file_whose_form_is_not_a_number_is_refused_with_the_command_that_writes_it(string text) =>
        Assert.Contains(
            "is not of the form 1, which this csharpchef reads: write it again with csharpchef cookbook install --path ",
            Assert.Throws<RecipeException>(() => new CookbookStore(
                [cookbooks.With("web/cookbook.lock.json", text).Root]).Get("web").Lock).Message);

    [Theory]
    [InlineData("\"version\": \"1\\u001b[31m\", \"git\": \"x\"")]
    [InlineData("\"git\": \"x\", \"tag\": \"v\\u001b\", \"folder\": \"x\"")]
    public void A_lock_file_with_control_characters_pins_nothing(string state)
    {
        var digits = new string('0', 64);
        cookbooks.With("web/cookbook.lock.json", $$"""{ "lock": 1, "cookbooks": { "b": { {{state}}, "commit": "{{digits[..40]}}", "hash": "sha256:{{digits}}" } } }""");

        var error = Record.Exception(() => new CookbookStore([cookbooks.Root]).Get("web").Lock?.Cookbooks["b"].Source);

        Assert.Contains("this does not pin the cookbook b", Assert.IsType<RecipeException>(error).Message);
    }

    [Fact]
    public void A_command_about_a_lock_file_can_be_typed_as_it_is()
    {
        cookbooks.With("my dir/web/cookbook.json", """{ "dependencies": { "base": { "git": "x" } } }""");
        var store = new CookbookStore([cookbooks["my dir"]]);

        Assert.EndsWith(
            $"csharpchef cookbook install --path '{cookbooks["my dir/web"]}'",
            Assert.Throws<RecipeException>(() => store.WithDependencies(["web"])).Message);
    }

    [Fact]
    public void A_cookbook_for_another_version_of_csharpchef_is_refused()
    {
        cookbooks.With("web/cookbook.json", """{ "csharpchef": ">= 99" }""");

        Assert.StartsWith(
            "web/cookbook.json:1:3: web needs csharpchef >= 99, and this is ",
            cookbooks.Below(Assert.Throws<RecipeException>(() => cookbooks.Store.Get("web")).Message),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_with_all_members_is_parsed()
    {
        cookbooks.With("web/cookbook.json", """
            {
              // who we are
              "name": "web", "version": "1.2.0", "description": "Serves.", "csharpchef": ">= 0.1",
              "dependencies": { "base": "../base" },
              "platforms": ["debian >= 12", "alpine",],
            }
            """);

        var manifest = cookbooks.Store.Get("web").Manifest;

        Assert.Equal(("1.2.0", ">= 0.1"), ($"{manifest.Version}", $"{manifest.CSharpChef}"));
        Assert.Equal(new CookbookDependency(new PathSource("../base")), manifest.Dependencies["base"]);
        Assert.Equal(["debian >= 12", "alpine"], manifest.Platforms.Select(platform => $"{platform}"));
    }

    [Theory]
    [InlineData("{\n  \"verzion\": \"1\"\n}", "web/cookbook.json:2:3: \"verzion\" is not a key of cookbook.json: did you mean \"version\"?")]
    [InlineData("{ \"depends\": [] }", "web/cookbook.json:1:3: \"depends\" is not a key of cookbook.json: did you mean \"dependencies\"?")]
    [InlineData("{\n  \"name\": \"web\",\n  oops\n}", "web/cookbook.json:3:3: expected a name in double quotes, and found oops")]
    [InlineData("{\n\n  \"platforms\": 5\n}", "web/cookbook.json:3:3: \"platforms\" must be a list of texts")]
    [InlineData("{ \"version\": \"one\" }", "web/cookbook.json:1:3: \"one\" is not a version: write one like \"1.2.0\"")]
    [InlineData("{ \"csharpchef\": \"new\" }", "web/cookbook.json:1:3: \"new\" is not a range of versions")]
    [InlineData("{ \"platforms\": [\"debian twelve\"] }", "web/cookbook.json:1:3: \"debian twelve\" is not a platform")]
    [InlineData("[]", "web/cookbook.json:1:1: expected an object { ... }")]
    [InlineData("{ \"name\": \"wob\" }", "web/cookbook.json:1:3: this names the cookbook \"wob\"")]
    [InlineData("{ \"dependencies\": [\"bass\"] }", "web/cookbook.json:1:3: there is no cookbook \"bass\", which web depends on,")]
    public void The_error_for_an_invalid_manifest_names_its_line(string json, string message)
    {
        cookbooks.With("web/cookbook.json", json);

        var error = Assert.Throws<RecipeException>(() => cookbooks.Store.WithDependencies(["web"]));

        Assert.Contains(message, cookbooks.Below(error.Message));
    }

    [Fact]
    public void Dependencies_come_first_and_once_and_a_cycle_is_an_error()
    {
        cookbooks.With("a/cookbook.json", """{ "dependencies": ["b", "c"] }""")
            .With("b/cookbook.json", """{ "dependencies": ["c"] }""")
            .With("c/README.md", "")
            .With("d/cookbook.json", """{ "dependencies": ["e"] }""")
            .With("e/cookbook.json", """{ "dependencies": ["d"] }""");

        Assert.Equal(["c", "b", "a"], cookbooks.Store.WithDependencies(["a", "b"]).Select(each => each.Name));
        Assert.Contains(
            "d -> e -> d", Assert.Throws<RecipeException>(() => cookbooks.Store.WithDependencies(["d"])).Message);
    }

    [Fact]
    public void Files_are_read_once_and_byte_for_byte()
    {
        cookbooks.With("web/files/a.txt", "one\r\ntwo\r\n");
        File.WriteAllBytes(cookbooks["web/files/big"], new byte[1024 * 1024 + 1]);
        var files = cookbooks.Store.Get("web").Files;

        Assert.Equal("one\r\ntwo\r\n", files.Content("files", "a.txt").Text);
        Assert.Same(files.Content("files", "a.txt"), files.Content("files", "a.txt"));
        Assert.Equal(1024 * 1024 + 1, files.Content("files", "big").Length);
    }

    [Theory]
    [InlineData("../recipes/default.csx")]
    [InlineData("/etc/passwd")]
    [InlineData("link")]
    [InlineData("folder/passwd")]
    [InlineData("x/../../../../etc/passwd")]
    public void A_file_outside_the_folder_of_its_cookbook_is_refused(string source)
    {
        cookbooks.With("web/recipes/default.csx", "").With("web/files/a.txt", "");
        File.CreateSymbolicLink(cookbooks["web/files/link"], "/etc/passwd");
        Directory.CreateSymbolicLink(cookbooks["web/files/folder"], "/etc");

        var error = Assert.Throws<RecipeException>(() => cookbooks.Store.Get("web").Files.Content("files", source));

        Assert.Contains("outside the cookbook", error.Message);
    }

    [Fact]
    public void A_link_to_a_file_of_the_same_cookbook_is_followed()
    {
        cookbooks.With("web/files/a.txt", "text");
        File.CreateSymbolicLink(cookbooks["web/files/b.txt"], "a.txt");

        Assert.Equal("text", cookbooks.Store.Get("web").Files.Content("files", "b.txt").Text);
    }

    [Fact]
    public void The_error_for_a_missing_file_names_a_similar_file()
    {
        cookbooks.With("web/files/bin/backup.sh", "").With("web/recipes/default.csx", "");
        var files = cookbooks.Store.Get("web").Files;

        Assert.Equal(
            "there is no web/files/bin/bakup.sh: did you mean \"bin/backup.sh\"?",
            cookbooks.Below(
                Assert.Throws<RecipeException>(() => files.Content("files", "bin/bakup.sh")).Message));
        Assert.Contains(
            "files/ has bin/backup.sh", Assert.Throws<RecipeException>(() => files.Content("files", "other")).Message);
    }
}
