using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Tests.Recipes.Steps;

public sealed class AccountValidationTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "Home", "Home is empty" },
        { "PasswordHash", "PasswordHash is empty" },
        { "Group", "\"\" cannot be the name of a user or group" },
    };

    [Theory, MemberData(nameof(Refused))]
    public void An_empty_text_that_no_account_can_have_is_refused(string property, string message)
    {
        var step = property switch
        {
            "Home" => new UserStep("ann") { Home = "" },
            "Group" => new UserStep("ann") { Group = "" },
            _ => new UserStep("ann") { PasswordHash = "" },
        };

        Assert.Contains(message, Error(step), StringComparison.Ordinal);
    }

    [Fact]
    public void A_home_or_shell_that_is_not_an_absolute_path_in_its_plain_form_is_refused()
    {
        Assert.Contains("\"srv/ann\" is relative", Error(new UserStep("ann") { Home = "srv/ann" }), StringComparison.Ordinal);
        Assert.Contains("\"bash\" is relative", Error(new UserStep("ann") { Shell = "bash" }), StringComparison.Ordinal);
        Assert.Contains("not in its plain form", Error(new UserStep("ann") { Home = "/srv/../ann" }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_comment_and_shell_are_accepted() =>
        new UserStep("ann") { Comment = "", Shell = "" }.Validate();

    [Theory]
    [InlineData("a:b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public void A_text_that_would_break_the_line_of_an_account_is_refused(string text)
    {
        Step[] steps =
        [
            new UserStep("ann") { Home = $"/{text}" },
            new UserStep("ann") { Shell = text },
            new UserStep("ann") { Comment = text },
            new UserStep("ann") { PasswordHash = text },
        ];

        Assert.All(steps, step => Assert.Contains("no field of an account", Error(step), StringComparison.Ordinal));
    }

    [Fact]
    public void The_property_of_a_command_with_a_NUL_byte_is_named()
    {
        Assert.Contains("Input contains a NUL byte", Error(new CommandStep("x", "x") { Input = "a\0b" }));
        Assert.Contains("environment variable A contains a NUL byte", Error(With("A", "a\0b")));
    }

    [Fact]
    public void A_variable_that_Linux_cannot_pass_to_a_program_is_refused_with_its_size()
    {
        Assert.Contains("A takes 131073 bytes", Error(With("A", new string('v', 131_070))));
        With("A", new string('v', 131_069)).Validate();
    }

    [Fact]
    public void A_property_of_an_account_that_Linux_cannot_pass_to_a_program_is_named_with_what_to_do()
    {
        Assert.Equal(
            "Comment takes 150001 bytes, and Linux passes at most 131072 to a program: shorten it",
            Error(new UserStep("ann") { Comment = new string('c', 150_000) }));
        Assert.Contains(
            "set the members of the groups instead",
            Error(new UserStep("ann") { Groups = [.. Enumerable.Range(1, 20_000).Select(i => $"group{i}")] }));
    }

    private static CommandStep With(string variable, string value) =>
        new("x", "x") { Environment = new Dictionary<string, string> { [variable] = value } };

    private static string Error(Step step) => Assert.Throws<RecipeException>(step.Validate).Message;
}
