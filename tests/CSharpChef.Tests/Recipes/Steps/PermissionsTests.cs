using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Tests.Recipes.Steps;

public sealed class PermissionsTests
{
    [Theory]
    [InlineData("0644", "0644")]
    [InlineData("644", "0644")]
    [InlineData("000", "0000")]
    [InlineData("4755", "4755")]
    [InlineData("04755", "4755")]
    [InlineData("7777", "7777")]
    [InlineData("u=rw,go=r", "0644")]
    [InlineData("a=rx", "0555")]
    [InlineData("ua=r", "0444")]
    [InlineData("ugo=rwx", "0777")]
    [InlineData("u=rwxs,g=rxs,o=t", "7750")]
    [InlineData("a=st", "7000")]
    [InlineData("u=,g=,o=", "0000")]
    [InlineData("u=rr", "0400")]
    public void Permissions_are_parsed_from_octal_digits_and_from_letters(string text, string bits) =>
        Assert.Equal(bits, Permissions.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("64")]
    [InlineData("0888")]
    [InlineData("77777")]
    [InlineData("10644")]
    [InlineData("000644")]
    [InlineData("0644\n")]
    [InlineData(" 0644")]
    [InlineData("-644")]
    [InlineData("u+rw")]
    [InlineData("u=rw,")]
    [InlineData("u=rw g=r")]
    [InlineData("u=rw\n")]
    [InlineData("=rw")]
    [InlineData("rw-r--r--")]
    [InlineData("u=X")]
    public void Any_other_text_is_refused_with_an_example_of_valid_permissions(string text)
    {
        var error = Assert.Throws<RecipeException>(() => Permissions.Parse(text));

        Assert.Contains("\"0644\"", error.Message, StringComparison.Ordinal);
    }
}
