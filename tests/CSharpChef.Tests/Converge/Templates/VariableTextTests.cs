using CSharpChef.Converge.Templates;

namespace CSharpChef.Tests.Converge.Templates;

public sealed class VariableTextTests
{
    public static TheoryData<object?, object?> Different => new()
    {
        { null, "" },
        { "1", 1 },
        { 1, 1L },
        { 1.5, 1.5m },
        { true, "True" },
        { new { A = 1 }, new { B = 1 } },
        { new { A = "1", B = "" }, new { A = "", B = "1" } },
        { new { A = new[] { "a", "b" } }, new { A = new[] { "a b" } } },
        { new[] { new[] { 1 }, [2] }, new[] { new[] { 1, 2 } } },
        { new Dictionary<string, object?> { ["a"] = null }, new Dictionary<string, object?> { ["a"] = "null" } },
        { DayOfWeek.Friday, DayOfWeek.Monday },
        { new Size(1), new Size(2) },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void Different_variables_have_different_cache_texts(object? one, object? other) =>
        Assert.NotEqual(VariableText.Of(one) ?? "none", VariableText.Of(other));

    [Fact]
    public void Equal_variables_have_the_same_cache_text() => Assert.Equal(
        VariableText.Of(new { A = new[] { 1, 2 }, B = new Size(3), C = new Dictionary<string, int> { ["k"] = 1 } }),
        VariableText.Of(new { A = new[] { 1, 2 }, B = new Size(3), C = new Dictionary<string, int> { ["k"] = 1 } }));

    [Fact]
    public void Variables_that_cannot_be_compared_reliably_have_no_cache_text()
    {
        object[] uncertain = [new Round(), new { When = DateTime.UnixEpoch }, new
        {
            Act = (Action)(() => { })
        }, Enumerable.Range(0, 3000), Enumerable.Range(1, 2).Select(i => 1 / (i - 1))];

        Assert.All(uncertain, variables => Assert.Null(VariableText.Of(variables)));
    }

    private sealed record Size(int Width);

    private sealed class Round
    {
        public Round Self => this;
    }
}
