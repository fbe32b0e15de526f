"""Pages that stand beside the list of pages: reached from the foot, or by a wrong address."""
