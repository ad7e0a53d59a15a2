using CSharpChef.Recipes;

namespace CSharpChef.Tests.Recipes.Errors;

/// <summary>Messages of exceptions become sentences, because another sentence follows them.</summary>
public sealed class ReasonTests
{
    [Theory]
    [InlineData("Cannot assign requested address", "Cannot assign requested address.")]
    [InlineData("No space left on device : '/srv/b.new'", "No space left on device: '/srv/b.new'.")]
    [InlineData("error:10000080:BIO routines::no such file \n", "error:10000080:BIO routines::no such file.")]
    [InlineData("Access to the path '/a' is denied.", "Access to the path '/a' is denied.")]
    [InlineData("one\r\n  two.\n", "one two.")]
    [InlineData("Is it there?", "Is it there?")]
    public void The_message_of_an_exception_becomes_a_sentence(string message, string sentence) =>
        Assert.Equal(sentence, Reason.Of(new IOException(message)));
}
