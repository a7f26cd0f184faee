remind-again-not-told = Hôm nay chưa có lời nhắc nào để nhắc lại. Nhắn "nhắc việc" để xem các việc cần làm.
remind-again-noted = Các việc chưa xong sẽ được nhắc lại vào ngày làm việc tiếp theo.
