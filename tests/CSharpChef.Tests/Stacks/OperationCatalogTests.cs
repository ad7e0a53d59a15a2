using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Tests.Stacks;

public sealed class OperationCatalogTests
{
    private static readonly Type[] Written =
        [.. typeof(Operation).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Operation)) && !type.IsAbstract)];

    [Fact]
    public void Every_operation_is_listed_once_in_alphabetical_order() => Assert.Equal(
        Written.Select(type => type.Name).Order(StringComparer.Ordinal),
        OperationCatalog.All.Select(operation => operation.Name));

    [Fact]
    public void Every_operation_is_a_query_or_a_change() => Assert.All(
        Written,
        type => Assert.Contains(
            type.BaseType!.GetGenericTypeDefinition(), new[] { typeof(Query<,>), typeof(Change<,>) }));

    // AWS clients and people read it from the name.
    [Fact]
    public void Exactly_the_operations_whose_names_begin_with_Describe_Get_or_List_are_queries() => Assert.Equal(
        OperationCatalog.All.Where(operation => operation.Name.StartsWith("Describe", StringComparison.Ordinal)
            || operation.Name.StartsWith("Get", StringComparison.Ordinal)
            || operation.Name.StartsWith("List", StringComparison.Ordinal)),
        OperationCatalog.All.Where(operation => operation.IsQuery));

    [Fact]
    public void An_unknown_target_is_refused() =>
        Assert.Equal(
            "UnknownOperationException",
            Assert.Throws<OperationException>(() => OperationCatalog.Get("OpsWorks_20130218.MakeCoffee")).Code);
}
