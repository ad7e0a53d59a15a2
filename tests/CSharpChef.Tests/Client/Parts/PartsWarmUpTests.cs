using CSharpChef.Client.Parts;

namespace CSharpChef.Tests.Client.Parts;

public sealed class PartsWarmUpTests
{
    [Fact]
    public void Records_with_only_their_required_members_are_read_without_an_error() => PartsWarmUp.Load();
}
