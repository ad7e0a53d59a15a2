using CSharpChef.Stacks.Removal;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Removal;

public sealed class StackDependentsTests
{
    [Fact]
    public void Every_document_type_of_a_stack_is_deleted_with_the_stack_or_must_be_deleted_before_it()
    {
        var handled = StackDependents.DeletedBefore.Concat(StackDependents.DeletedWith)
            .Select(dependent => dependent.Type);

        Assert.Equal(StackDocuments.Types, StackDocuments.Sorted(handled));
    }
}
