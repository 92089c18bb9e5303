"""What leaders bargain with: issues, clauses, offers, letters, channels. Plain values and set logic, no state."""
